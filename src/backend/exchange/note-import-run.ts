import type { NoteImportReport } from '../../shared/contract/import-procedures'
import { dialectOf, isProgramData, resourceId } from '../../shared/domain/import-notes/dialect-of'
import {
  importedLinks,
  isImportOf,
  rewriteImported,
  type ImportedLink,
  writtenTarget,
} from '../../shared/domain/import-notes/imported-links'
import { Vault } from '../../shared/domain/import-notes/vault'
import type { VaultDialect } from '../../shared/domain/import-notes/vault-dialect'
import { linkKey } from '../../shared/domain/link-keys'
import { AttachmentStore } from '../attachments/attachment-store'
import { decodeText, encodeText, hashOf, largestTextFileBytes } from '../files/text-file'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { freeName, freePath, isSafe, numberedPaths } from './imported-places'
import type { MadeFile } from './note-import-undos'
import type { VaultFile } from './read-vault'
import type { Step } from './stepper'
import { writeImported } from './write-imported'

const largestAttachmentBytes = 50 * 1024 * 1024

type Moved = NoteImportReport['notes'][number]

/** The report without the lists and the study log, which are no files of the vault. */
type FileReport = Omit<NoteImportReport, 'lists' | 'studyEvents'>

export interface ImportOptions {
  readonly files: readonly VaultFile[]
  /** Whether the paths are those of a notebook that was exported. */
  readonly isExported: boolean
  /** Whether nothing is written. */
  readonly isDryRun: boolean
  readonly step: Step
}

interface ReadFile {
  readonly text: string | undefined
  readonly hash: string
  /** Why there is no text. */
  readonly problem: 'too-large' | 'not-text' | 'unreadable'
}

/** One import: first where everything goes, then the writing. */
export class ImportRun {
  readonly #notebook: OpenNotebook
  readonly #ports: BackendPorts
  readonly #files: ReadonlyMap<string, VaultFile>
  readonly #vault: Vault
  readonly #store: AttachmentStore
  readonly #dialect: VaultDialect
  /** Whether the paths are those of a notebook that was exported. */
  readonly #isExported: boolean
  /** New places by the path in the vault. */
  readonly #places = new Map<string, string>()
  readonly #attachments: { readonly file: VaultFile; readonly to: string; readonly isNew: boolean }[] = []
  readonly #notes: VaultFile[] = []
  readonly #nameCounts = new Map<string, number>()
  readonly #earlierPlaces = new Map<string, string[]>()
  /** Links of notes as they were planned, and the hash of the text that they are in. */
  readonly #links = new Map<string, { readonly hash: string; readonly links: readonly ImportedLink[] }>()
  readonly #tell: Step
  readonly #steps: number
  #done = 0

  constructor(
    notebook: OpenNotebook,
    ports: BackendPorts,
    { files, isExported, isDryRun, step }: ImportOptions,
  ) {
    this.#tell = step
    // Each file is looked at, notes are parsed and then written.
    const notes = files.filter(({ path }) => isNote(path)).length
    this.#steps = files.length + notes * (isDryRun ? 1 : 2) + 1
    this.#isExported = isExported
    this.#notebook = notebook
    this.#ports = ports
    this.#store = new AttachmentStore(notebook.files, notebook.info.path)
    this.#files = new Map(files.map(file => [file.path, file]))
    this.#vault = new Vault(this.#files.keys())
    this.#dialect = dialectOf(isExported ? [] : [...this.#files.keys()])
  }

  async plan(left: NoteImportReport['left']): Promise<FileReport> {
    const leftOver = [...left]
    const brokenLinks: NoteImportReport['brokenLinks'][number][] = []
    const wanted = new Set<string>()
    const hashes = new Map<string, string>()
    await this.#learnNames()
    for (const file of this.#files.values()) {
      if (!isNote(file.path)) continue
      this.#step()
      if (this.#dialect.noteFor(file.path) === undefined) {
        leftOver.push({ path: file.absolute, reason: 'program-data' })
        continue
      }
      const { text, hash, problem } = await this.#read(file)
      if (text === undefined) {
        leftOver.push({ path: file.absolute, reason: problem })
        continue
      }
      hashes.set(file.path, hash)
      const links = importedLinks(this.#vault, file.path, text)
      this.#links.set(file.path, { hash, links })
      for (const link of links) {
        if (link.target === undefined && this.#isExported) continue
        if (link.target === undefined) brokenLinks.push({ path: file.absolute, target: writtenTarget(link) })
        else if (!isNote(link.target)) wanted.add(link.target)
      }
    }
    await this.#planAttachments(wanted, leftOver)
    const duplicates = await this.#planNotes(hashes)
    return {
      notes: this.#notes.map(({ path, absolute }) => ({ from: absolute, to: this.#places.get(path) ?? '' })),
      attachments: this.#attachments.map(({ file, to }) => ({ from: file.absolute, to })),
      duplicates,
      left: leftOver,
      brokenLinks,
    }
  }

  /**
   * Where each note goes. One that the notebook has already, as it is or as an earlier import of it made it, goes nowhere.
   *
   * @param hashes of the notes that can be imported, by their path in the vault.
   */
  async #planNotes(hashes: ReadonlyMap<string, string>): Promise<Moved[]> {
    const known = new Map([...this.#notebook.notes.all()].map(({ hash, path }) => [hash, path]))
    for (const path of hashes.keys())
      this.#places.set(path, this.#ownPath(path, new Set()) ?? freePath(this.#noteFor(path), new Set()))
    for (const place of new Set([...this.#places.values(), ...known.values()])) this.#countName(place)
    const files = [...hashes.keys()].flatMap(path => this.#files.get(path) ?? [])
    const earlier = new Map<VaultFile, string>()
    // Those that are known by their bytes come first: the others may link to them.
    for (const file of files) {
      const to = known.get(hashes.get(file.path) ?? '')
      if (to !== undefined) this.#keep(earlier, file, to)
    }
    for (const file of files) {
      const to = earlier.has(file) ? undefined : await this.#importedBefore(file)
      if (to !== undefined) this.#keep(earlier, file, to)
    }
    await this.#placeFresh(files.filter(file => !earlier.has(file)))
    return files.flatMap(file => {
      const to = earlier.get(file)
      return to === undefined ? [] : [{ from: file.absolute, to }]
    })
  }

  #keep(earlier: Map<VaultFile, string>, file: VaultFile, to: string): void {
    earlier.set(file, to)
    this.#places.set(file.path, to)
  }

  async #placeFresh(fresh: readonly VaultFile[]): Promise<void> {
    const taken = await this.#takenPaths()
    this.#nameCounts.clear()
    for (const path of taken) this.#countName(path)
    for (const file of fresh) {
      const to = this.#ownPath(file.path, taken) ?? freePath(this.#noteFor(file.path), taken)
      this.#places.set(file.path, to)
      this.#countName(to)
      this.#notes.push(file)
    }
  }

  /** The note that an earlier import made of a file, when it still is as it was made. */
  async #importedBefore(file: VaultFile): Promise<string | undefined> {
    const places = this.#placesOf(file.path)
    const read = places.length === 0 ? undefined : await this.#read(file)
    if (read?.text === undefined) return undefined
    for (const to of places) {
      const isSame = hashOf(encodeText(this.#rewrite(file, read, to))) === this.#notebook.notes.get(to)?.hash
      if (isSame || (await this.#isMadeOf(file, read.text, to))) return to
    }
    return undefined
  }

  /** Whether a note is what became of a file when those that it links to had got other names than they would get now. */
  async #isMadeOf({ path }: VaultFile, text: string, to: string): Promise<boolean> {
    const links = this.#links.get(path)?.links ?? []
    if (links.length === 0) return false
    const made = await this.#notebook.noteStore.read(to).catch(() => undefined)
    if (made?.text === undefined) return false
    const placesOf = (target: string): string[] => [
      ...(this.#places.has(target) ? [this.#places.get(target) ?? ''] : []),
      ...(isNote(target) ? this.#placesOf(target) : []),
    ]
    return isImportOf(text, links, { text: made.text, to, placesOf })
  }

  /** Notes of the notebook that have the name that a file would get, or one with a number behind it. */
  #placesOf(path: string): string[] {
    const known = this.#earlierPlaces.get(path)
    if (known !== undefined) return known
    const isThere = (place: string): boolean => this.#notebook.notes.get(place) !== undefined
    const own = this.#ownPath(path, new Set())
    const found = [
      ...(own !== undefined && isThere(own) ? [own] : []),
      ...numberedPaths(this.#noteFor(path), isThere),
    ]
    this.#earlierPlaces.set(path, found)
    return found
  }

  /** @throws AppError `storage/…`, `import/cancelled`; nothing of it stays then. */
  async write(): Promise<{ notes: MadeFile[]; attachments: MadeFile[] }> {
    const fresh = this.#attachments.filter(({ isNew }) => isNew)
    return writeImported(
      this.#notebook,
      {
        attachments: fresh.map(({ file, to }) => ({
          path: to,
          read: () => this.#ports.files.read(file.absolute),
        })),
        notes: this.#notes.map(file => {
          const to = this.#places.get(file.path) ?? ''
          return { path: to, read: async () => this.#rewrite(file, await this.#read(file), to) }
        }),
      },
      () => this.#step(),
    )
  }

  /** The path that a note of an exported notebook had, where it is free. */
  #ownPath(path: string, taken: Set<string>): string | undefined {
    const key = path.normalize('NFC').toLowerCase()
    if (!this.#isExported || !isSafe(path, 'notes/') || taken.has(key)) return undefined
    taken.add(key)
    return path
  }

  /** Whether everything is where it was, so that links lead where they led. */
  #isInPlace(): boolean {
    return this.#isExported && [...this.#places].every(([path, to]) => path === to)
  }

  #rewrite(file: VaultFile, { text = '', hash }: ReadFile, to: string): string {
    if (this.#isInPlace()) return text
    const planned = this.#links.get(file.path)
    const links = planned?.hash === hash ? planned.links : importedLinks(this.#vault, file.path, text)
    return rewriteImported(text, links, {
      to,
      placeOf: path => this.#places.get(path),
      isAmbiguous: key => (this.#nameCounts.get(key) ?? 0) > 1,
    })
  }

  async #planAttachments(
    wanted: ReadonlySet<string>,
    left: NoteImportReport['left'][number][],
  ): Promise<void> {
    const taken = await this.#store.takenNames()
    const byHash = new Map<string, string>()
    for (const file of this.#files.values()) {
      if (isNote(file.path)) continue
      this.#tell(this.#done, this.#steps)
      const reason =
        !wanted.has(file.path) && !this.#isExported
          ? file.path.toLowerCase().endsWith('.canvas')
            ? 'canvas'
            : isProgramData(file.path)
              ? 'program-data'
              : 'not-linked'
          : file.size > largestAttachmentBytes
            ? 'too-large'
            : undefined
      const bytes =
        reason === undefined ? await this.#ports.files.read(file.absolute).catch(() => undefined) : undefined
      if (bytes === undefined) {
        left.push({ path: file.absolute, reason: reason ?? 'unreadable' })
        continue
      }
      const extension = /\.[^./]+$/.exec(file.path)?.[0].toLowerCase() ?? ''
      const key = `${hashOf(bytes)} ${extension}`
      const own = await this.#ownAttachment(file.path, bytes)
      const same =
        own?.isSame === true
          ? own.path
          : own === undefined
            ? (byHash.get(key) ?? (await this.#store.find(bytes, [extension])))
            : undefined
      const to = own?.path ?? same ?? `attachments/${freeName(file.path, extension, taken)}`
      byHash.set(key, to)
      this.#places.set(file.path, to)
      this.#attachments.push({ file, to, isNew: same === undefined })
    }
  }

  /** The path that a file of an exported notebook had, where it is free or holds the same. */
  async #ownAttachment(
    path: string,
    bytes: Uint8Array,
  ): Promise<{ path: string; isSame: boolean } | undefined> {
    if (!this.#isExported || !isSafe(path, 'attachments/')) return undefined
    const hash = await this.#store.hash(path)
    return hash === undefined || hash === hashOf(bytes) ? { path, isSame: hash !== undefined } : undefined
  }

  async #takenPaths(): Promise<Set<string>> {
    const paths = await this.#notebook.noteStore.list()
    return new Set(paths.map(path => path.normalize('NFC').toLowerCase()))
  }

  async #read(file: VaultFile): Promise<ReadFile> {
    if (file.text !== undefined)
      return { text: file.text, hash: hashOf(encodeText(file.text)), problem: 'not-text' }
    if (file.size > largestTextFileBytes) return { text: undefined, hash: '', problem: 'too-large' }
    const bytes = await this.#ports.files.read(file.absolute).catch(() => undefined)
    if (bytes === undefined) return { text: undefined, hash: '', problem: 'unreadable' }
    const text = decodeText(bytes)
    const isWhole = text !== undefined && !text.includes('\0') && hashOf(encodeText(text)) === hashOf(bytes)
    const converted = isWhole ? this.#dialect.convert(text, file.path) : undefined
    return { text: converted, hash: hashOf(bytes), problem: 'not-text' }
  }

  /** Other names of notes, and what they refer to by ids, before any link is followed. */
  async #learnNames(): Promise<void> {
    for (const { path, absolute, size } of this.#files.values()) {
      this.#step()
      if (!isNote(path)) {
        const id = resourceId(path)
        if (id !== undefined) this.#vault.addName(id, path)
        continue
      }
      if (size > largestTextFileBytes || this.#dialect.noteFor(path) === undefined) continue
      const bytes = await this.#ports.files.read(absolute).catch(() => undefined)
      const text = bytes === undefined ? undefined : decodeText(bytes)
      if (text !== undefined)
        for (const name of this.#dialect.learn(text, path)) this.#vault.addName(name, path)
    }
  }

  #noteFor(path: string): string {
    return this.#files.get(path)?.name ?? this.#dialect.noteFor(path) ?? path
  }

  #step(): void {
    this.#done += 1
    this.#tell(Math.min(this.#done, this.#steps), this.#steps)
  }

  #countName(path: string): void {
    if (!path.startsWith('notes/')) return
    const key = linkKey(path.slice(path.lastIndexOf('/') + 1))
    this.#nameCounts.set(key, (this.#nameCounts.get(key) ?? 0) + 1)
  }
}

function isNote(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path)
}
