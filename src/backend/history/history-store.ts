import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import { AppError } from '../../shared/contract/app-error'
import type { FilePort } from '../files/file-port'
import { makeFolderDurably } from '../files/make-folder-durably'
import { withStorageErrors } from '../files/storage-error'
import { hashOf, largestTextFileBytes } from '../files/text-file'
import { writeDurably } from '../files/write-durably'
import { readLines, type HistoryLine, type StoredVersion } from './history-line'

const deflateBytes = promisify<Uint8Array, Buffer>(deflate)
const inflateBytes = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflate)

interface KnownLog {
  readonly size: number
  readonly lines: readonly HistoryLine[]
}

/**
 * The files of a notebook's `.answerbook/history/`: for each device a folder with a log of JSON lines, to which lines are
 * only ever added, and what notes held, compressed, under the hash of it. A device writes into its own folder and no
 * other, so that a folder that is synchronised never has a conflict here.
 */
export class HistoryStore {
  readonly #files: FilePort
  readonly #folder: string
  readonly #device: string
  readonly #known = new Map<string, KnownLog>()

  constructor(files: FilePort, root: string, device: string) {
    this.#files = files
    this.#folder = join(root, '.answerbook', 'history')
    this.#device = device
  }

  /** The logs by device. Only those that have grown since the last time are read. */
  async readLogs(): Promise<ReadonlyMap<string, readonly HistoryLine[]>> {
    const info = await withStorageErrors(this.#folder, () => this.#files.info(this.#folder))
    const entries =
      info?.kind === 'folder'
        ? await withStorageErrors(this.#folder, () => this.#files.list(this.#folder))
        : []
    const logs = new Map<string, readonly HistoryLine[]>()
    for (const { name, kind } of entries) {
      if (kind === 'folder') logs.set(name, await this.#readLog(name))
    }
    return logs
  }

  async #readLog(device: string): Promise<readonly HistoryLine[]> {
    const path = this.#logOf(device)
    return withStorageErrors(path, async () => {
      const info = await this.#files.info(path)
      if (info?.kind !== 'file') return []
      const known = this.#known.get(device)
      if (known?.size === info.size) return known.lines
      const bytes = await this.#files.read(path)
      const lines = readLines(bytes)
      this.#known.set(device, { size: bytes.length, lines })
      return lines
    })
  }

  /** Adds lines to this device's log; a torn last line of an earlier crash is closed first. */
  async append(lines: readonly HistoryLine[]): Promise<void> {
    const path = this.#logOf(this.#device)
    await withStorageErrors(path, async () => {
      await makeFolderDurably(this.#files, dirname(path))
      const info = await this.#files.info(path)
      const bytes = info === undefined ? new Uint8Array() : await this.#files.read(path)
      const start = bytes.length === 0 || bytes.at(-1) === 0x0a ? '' : '\n'
      await this.#files.append(path, start + lines.map(line => `${JSON.stringify(line)}\n`).join(''))
      if (info === undefined) await this.#files.syncFolder(dirname(path))
    })
  }

  /** Keeps what a note held, under the hash of it. */
  async keep(hash: string, bytes: Uint8Array): Promise<void> {
    const path = this.#objectOf(this.#device, hash)
    await withStorageErrors(path, async () => {
      const kept = await this.#readObject(path)
      if (kept !== undefined && hashOf(kept) === hash) return
      await makeFolderDurably(this.#files, dirname(path))
      await writeDurably(this.#files, path, await deflateBytes(bytes))
    })
  }

  /**
   * What a version held.
   *
   * @throws AppError `history/damaged` when that isn't what was kept, or it is gone; `storage/…`.
   */
  async read({ device, hash, id }: StoredVersion): Promise<Uint8Array> {
    const path = this.#objectOf(device, hash)
    const bytes = await withStorageErrors(path, () => this.#readObject(path))
    if (bytes === undefined || hashOf(bytes) !== hash) throw new AppError('history/damaged', { id })
    return bytes
  }

  /** Undefined when there is no file, or one that holds no compressed text of a note. */
  async #readObject(path: string): Promise<Uint8Array | undefined> {
    const info = await this.#files.info(path)
    if (info?.kind !== 'file' || info.size > 2 * largestTextFileBytes) return undefined
    const packed = await this.#files.read(path)
    return inflateBytes(packed, { maxOutputLength: largestTextFileBytes }).catch(() => undefined)
  }

  /** Removes what this device kept under a hash, if it is there. */
  async discard(hash: string): Promise<void> {
    const path = this.#objectOf(this.#device, hash)
    await withStorageErrors(path, async () => {
      if ((await this.#files.info(path)) !== undefined) await this.#files.remove(path)
    })
  }

  #objectOf(device: string, hash: string): string {
    return join(this.#folder, device, 'objects', hash.slice(0, 2), `${hash.slice(2)}.z`)
  }

  #logOf(device: string): string {
    return join(this.#folder, device, 'log.jsonl')
  }
}
