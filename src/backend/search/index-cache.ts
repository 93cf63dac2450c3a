import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { documentColumns } from './document-columns'
import { FileBytes } from './file-bytes'
import type { IndexedDocument } from './indexed-document'
import type { Segment } from './segments/segment'
import { largeParts } from './segments/large-parts'
import { decodeSegment, encodeSegment, isIntact, segmentVersion, withFile } from './segments/segment-file'
import type { SegmentIndex } from './segments/segment-index'

/** To be raised whenever text is cut into terms in another way: what was stored before is made anew then. */
const analysisVersion = 4
const manifestName = 'manifest.json'
const segmentName = /^[0-9a-f-]{36}\.segment$/

interface Manifest {
  readonly version: string
  readonly segments: readonly { readonly file: string; readonly gone: readonly number[] }[]
}

/**
 * The stored index of a notebook: a file for each segment, and a manifest that names them. All of it can be deleted at
 * any time: what is missing, damaged or of another version is indexed again.
 */
export class IndexCache {
  readonly #folder: string
  readonly #files = new Map<Segment<IndexedDocument>, { readonly name: string; readonly bytes: FileBytes }>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Takes what is stored into an index. */
  load(index: SegmentIndex<IndexedDocument>): void {
    for (const { file, gone } of this.#readManifest()) {
      const bytes = FileBytes.open(join(this.#folder, file))
      const segment = bytes === undefined ? undefined : decodeSegment(bytes, documentColumns)
      if (bytes === undefined || segment === undefined) {
        bytes?.close()
        continue
      }
      this.#files.set(segment, { name: file, bytes })
      index.add(segment, gone)
    }
  }

  /** Ids of the documents in segments whose file is damaged where it was not looked at yet. */
  findDamaged(index: SegmentIndex<IndexedDocument>): string[] {
    return index.segments.flatMap(({ segment, dead }) => {
      const file = this.#files.get(segment)
      if (file === undefined || isIntact(file.bytes)) return []
      return segment.documents.filter((_, number) => dead?.[number] !== 1).map(({ id }) => id)
    })
  }

  /** Stores what is not stored yet, and lets go of what is no longer in the index. @throws Node's system errors. */
  save(index: SegmentIndex<IndexedDocument>): void {
    mkdirSync(this.#folder, { recursive: true })
    for (const live of index.segments) {
      if (this.#files.has(live.segment)) continue
      const name = `${randomUUID()}.segment`
      writeFile(join(this.#folder, name), encodeSegment(live.segment, documentColumns))
      const bytes = FileBytes.open(join(this.#folder, name))
      const stored = bytes === undefined ? undefined : withFile(live.segment, bytes)
      if (bytes === undefined || stored === undefined) throw new Error(`${name} can not be read back`)
      this.#files.set(stored, { name, bytes })
      // From now on positions and texts are read from the file.
      live.segment = stored
    }
    this.#writeManifest(index)
    this.#removeUnused(index)
  }

  close(): void {
    for (const { bytes } of this.#files.values()) bytes.close()
    this.#files.clear()
  }

  #readManifest(): Manifest['segments'] {
    try {
      const manifest = JSON.parse(readFileSync(join(this.#folder, manifestName), 'utf8')) as Partial<Manifest>
      if (manifest.version !== version || !Array.isArray(manifest.segments)) return []
      return (manifest.segments as Manifest['segments']).filter(
        ({ file, gone }) => segmentName.test(file) && Array.isArray(gone),
      )
    } catch {
      return []
    }
  }

  #writeManifest(index: SegmentIndex<IndexedDocument>): void {
    const segments = index.segments.map(({ segment, dead }) => ({
      file: this.#files.get(segment)!.name,
      gone: segment.documents.flatMap((_, number) => (dead?.[number] === 1 ? [number] : [])),
    }))
    const path = join(this.#folder, manifestName)
    const next = `${path}.${randomUUID()}.tmp`
    writeFile(next, [Buffer.from(JSON.stringify({ version, segments } satisfies Manifest))])
    renameSync(next, path)
  }

  #removeUnused(index: SegmentIndex<IndexedDocument>): void {
    const used = new Set(index.segments.map(({ segment }) => segment))
    for (const [segment, { bytes }] of this.#files) {
      if (used.has(segment)) continue
      bytes.close()
      this.#files.delete(segment)
    }
    const names = new Set([manifestName, ...[...this.#files.values()].map(({ name }) => name)])
    for (const name of readdirSync(this.#folder)) {
      if (!names.has(name)) rmSync(join(this.#folder, name), { force: true, recursive: true })
    }
  }
}

/** Whether an index is stored in a folder, be it damaged or not. */
export function hasStoredIndex(folder: string): boolean {
  return existsSync(join(folder, manifestName))
}

/** Names of damaged files in a folder of a stored index: they are left out when it is opened, and made anew. */
export function damagedCacheFiles(folder: string): string[] {
  let manifest: Partial<Manifest>
  try {
    manifest = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as Partial<Manifest>
  } catch {
    return [manifestName]
  }
  if (!Array.isArray(manifest.segments)) return [manifestName]
  return (manifest.segments as Manifest['segments']).flatMap(({ file }) => {
    const bytes = FileBytes.open(join(folder, file))
    try {
      const isWhole =
        bytes !== undefined && decodeSegment(bytes, documentColumns) !== undefined && isIntact(bytes)
      return isWhole || manifest.version !== version ? [] : [file]
    } catch {
      return [file]
    } finally {
      bytes?.close()
    }
  })
}

const version = `${segmentVersion}.${analysisVersion}`

/** Parts are gathered to so many bytes before they are written. */
const bytesPerWrite = 1 << 20

/** Not forced to the disk: what a loss of power takes away is noticed by its checksum, and indexed again. */
function writeFile(path: string, parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'wx')
  try {
    const gathered = Buffer.allocUnsafe(bytesPerWrite)
    for (const part of largeParts(parts, bytesPerWrite, () => gathered)) writeAll(file, part)
  } finally {
    closeSync(file)
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
