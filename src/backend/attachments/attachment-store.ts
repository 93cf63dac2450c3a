import { dirname, join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { FilePort } from '../files/file-port'
import { makeFolderDurably } from '../files/make-folder-durably'
import { filesBelow } from '../files/files-below'
import { pathInside } from '../files/path-inside'
import { withStorageErrors } from '../files/storage-error'
import { hashOf } from '../files/text-file'
import { createDurably } from '../files/write-durably'

const folder = 'attachments'

/** The files under `attachments/` of one notebook. Paths are relative to the notebook, with forward slashes. */
export class AttachmentStore {
  readonly #files: FilePort
  readonly #root: string

  constructor(files: FilePort, root: string) {
    this.#files = files
    this.#root = root
  }

  /** The path of a file with just these bytes and an extension of `extensions`, if there is one. */
  async find(bytes: Uint8Array, extensions: readonly string[]): Promise<string | undefined> {
    const hash = hashOf(bytes)
    for (const path of await filesBelow(this.#files, this.#root, folder)) {
      if (!extensions.some(extension => path.toLowerCase().endsWith(extension))) continue
      const absolute = join(this.#root, path)
      const info = await withStorageErrors(path, () => this.#files.info(absolute))
      if (info?.kind !== 'file' || info.size !== bytes.byteLength) continue
      const other = await withStorageErrors(path, () => this.#files.read(absolute))
      if (hashOf(other) === hash) return path
    }
    return undefined
  }

  /** Names of what is directly in the folder, in lower case and NFC. */
  async takenNames(): Promise<Set<string>> {
    const absolute = join(this.#root, folder)
    if ((await withStorageErrors(folder, () => this.#files.info(absolute)))?.kind !== 'folder')
      return new Set()
    const entries = await withStorageErrors(folder, () => this.#files.list(absolute))
    return new Set(entries.map(({ name }) => name.normalize('NFC').toLowerCase()))
  }

  /**
   * Writes a new file durably.
   *
   * @throws AppError `storage/name-taken`, `storage/no-permission` when the folder leads out of the notebook, `storage/…`.
   */
  async create(name: string, bytes: Uint8Array): Promise<string> {
    const path = `${folder}/${name}`
    const absolute = await withStorageErrors(path, async () => {
      const inside = await pathInside(this.#files, this.#root, path)
      if (inside === undefined) throw new AppError('storage/no-permission', { path })
      await makeFolderDurably(this.#files, dirname(inside))
      return inside
    })
    await createDurably(this.#files, absolute, bytes)
    return path
  }

  /** Moves a file into a folder of the trash, below which it keeps its path. */
  async moveToTrash(path: string, trash: string): Promise<void> {
    const from = await withStorageErrors(path, () => pathInside(this.#files, this.#root, path))
    if (from === undefined) throw new AppError('storage/no-permission', { path })
    await withStorageErrors(path, async () => {
      const to = join(this.#root, trash, path)
      await makeFolderDurably(this.#files, dirname(to))
      await this.#files.rename(from, to)
      await this.#files.syncFolder(dirname(to))
    })
  }

  /** The hash of a file; undefined when it is gone. */
  async hash(path: string): Promise<string | undefined> {
    const inside = await withStorageErrors(path, () => pathInside(this.#files, this.#root, path))
    const info = inside === undefined ? undefined : await this.#files.info(inside)
    if (inside === undefined || info?.kind !== 'file') return undefined
    return hashOf(await withStorageErrors(path, () => this.#files.read(inside)))
  }

  /** Removes a file that was made a moment ago and is taken back. */
  async remove(path: string): Promise<void> {
    const inside = await withStorageErrors(path, () => pathInside(this.#files, this.#root, path))
    if (inside !== undefined) await withStorageErrors(path, () => this.#files.remove(inside))
  }
}
