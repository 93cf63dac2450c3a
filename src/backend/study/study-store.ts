import { join } from 'node:path'
import type { StudyEvent } from '../../shared/domain/study/study-event'
import { formatStudyLines, readStudyLine, readStudyLines } from '../../shared/domain/study/study-lines'
import type { FilePort } from '../files/file-port'
import { makeFolderDurably } from '../files/make-folder-durably'
import { withStorageErrors } from '../files/storage-error'
import { encodeText, hashOf } from '../files/text-file'
import { createDurably } from '../files/write-durably'

/** The study log: one append-only file of JSON lines for each device. */
export class StudyStore {
  readonly #files: FilePort
  readonly #folder: string
  readonly #ownName: string
  /** Size in bytes of this device's file as it was read or written last, when it ends with a whole line. */
  #knownSize: number | undefined

  constructor(files: FilePort, root: string, deviceId: string) {
    this.#files = files
    this.#folder = join(root, 'study')
    this.#ownName = `${deviceId}.jsonl`
  }

  /**
   * Events of all devices, as often as files have them; lines that can't be read, or are of a kind that a newer
   * program writes, are passed over and kept.
   */
  async read(): Promise<StudyEvent[]> {
    const events: StudyEvent[] = []
    for (const { name, bytes } of await this.#readFiles()) {
      if (name === this.#ownName) this.#knownSize = endsWithLine(bytes) ? bytes.length : undefined
      for (const event of readStudyLines(decodeLeniently(bytes))) events.push(event)
    }
    return events
  }

  /** The lines that `read` passes over, numbered from 1. */
  async unreadableLines(): Promise<{ name: string; line: number; text: string }[]> {
    return (await this.#readFiles()).flatMap(({ name, bytes }) =>
      decodeLeniently(bytes)
        .split('\n')
        .flatMap((text, index) =>
          text.trim() === '' || readStudyLine(text) !== undefined ? [] : [{ name, line: index + 1, text }],
        ),
    )
  }

  /** All files of the log, among them the conflict copies that sync programs make of one. */
  async #readFiles(): Promise<{ name: string; bytes: Uint8Array }[]> {
    const info = await withStorageErrors(this.#folder, () => this.#files.info(this.#folder))
    if (info?.kind !== 'folder') return []
    const found: { name: string; bytes: Uint8Array }[] = []
    for (const { name, kind } of await withStorageErrors(this.#folder, () =>
      this.#files.list(this.#folder),
    )) {
      if (kind !== 'file' || !name.endsWith('.jsonl')) continue
      const path = join(this.#folder, name)
      found.push({ name, bytes: await withStorageErrors(path, () => this.#files.read(path)) })
    }
    return found
  }

  /** Whether `names`, files of the log, hold anything that was not read or written here. */
  async hasNews(names: readonly string[]): Promise<boolean> {
    if (names.some(name => name !== this.#ownName)) return true
    const path = join(this.#folder, this.#ownName)
    return (await withStorageErrors(path, () => this.#files.info(path)))?.size !== this.#knownSize
  }

  /** Adds events to this device's file; a torn last line of an earlier crash is closed first. */
  async append(events: readonly StudyEvent[]): Promise<void> {
    const path = join(this.#folder, this.#ownName)
    await withStorageErrors(path, async () => {
      await makeFolderDurably(this.#files, this.#folder)
      const info = await this.#files.info(path)
      const size = info?.size ?? 0
      const isWhole = size === 0 || size === this.#knownSize || endsWithLine(await this.#files.read(path))
      const text = `${isWhole ? '' : '\n'}${formatStudyLines(events)}`
      this.#knownSize = undefined
      await this.#files.append(path, text)
      if (info === undefined) await this.#files.syncFolder(this.#folder)
      this.#knownSize = size + Buffer.byteLength(text)
    })
  }

  /**
   * Adds events as a file of their own, which can be removed again; gives its path in the notebook and the hash of what it has.
   *
   * @param name without its ending; no file of the log has it. @throws AppError `storage/…`.
   */
  async create(name: string, events: readonly StudyEvent[]): Promise<{ path: string; hash: string }> {
    const bytes = encodeText(formatStudyLines(events))
    const path = join(this.#folder, `${name}.jsonl`)
    await withStorageErrors(path, () => makeFolderDurably(this.#files, this.#folder))
    await createDurably(this.#files, path, bytes)
    return { path: `study/${name}.jsonl`, hash: hashOf(bytes) }
  }

  /** Removes what `create` made; false where it is gone or is not as it was. @throws AppError `storage/…`. */
  async remove({ path, hash }: { readonly path: string; readonly hash: string }): Promise<boolean> {
    const absolute = join(this.#folder, path.slice('study/'.length))
    return withStorageErrors(absolute, async () => {
      if ((await this.#files.info(absolute)) === undefined) return false
      if (hashOf(await this.#files.read(absolute)) !== hash) return false
      await this.#files.remove(absolute)
      return true
    })
  }
}

function endsWithLine(bytes: Uint8Array): boolean {
  return bytes.length === 0 || bytes.at(-1) === 0x0a
}

/** A torn or zeroed piece damages its own line only. */
function decodeLeniently(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}
