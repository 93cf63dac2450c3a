import { dirname, join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import { trashFolder } from '../../shared/domain/trash-path'
import type { FilePort } from '../files/file-port'
import { filesBelow } from '../files/files-below'
import { makeFolderDurably } from '../files/make-folder-durably'
import { moveFile } from '../files/move-file'
import { pathInside } from '../files/path-inside'
import { withStorageErrors } from '../files/storage-error'
import { readTextFile } from '../files/text-file'

/** The files below `.answerbook/trash/` of one notebook. Paths are relative to the notebook, with forward slashes. */
export class TrashStore {
  readonly #files: FilePort
  readonly #root: string

  constructor(files: FilePort, root: string) {
    this.#files = files
    this.#root = root
  }

  /** Paths of the notes in the trash. */
  async list(): Promise<string[]> {
    const folder = join(this.#root, trashFolder)
    const info = await withStorageErrors(trashFolder, () => this.#files.info(folder))
    if (info?.kind !== 'folder') return []
    return (await filesBelow(this.#files, this.#root, trashFolder)).filter(path => /\.md$/i.test(path))
  }

  /** @throws AppError `notes/bad-path`, `notes/not-text`, `storage/…`. */
  async read(trashPath: string): Promise<string> {
    return (await readTextFile(this.#files, await this.#absolute(trashPath))).text
  }

  /** Moves a file of the notebook below `folder` of the trash; gives its path there. @throws AppError `storage/…`. */
  async take(path: string, folder: string): Promise<string> {
    const from = await this.#inside(path)
    return withStorageErrors(path, async () => {
      let trashPath = `${folder}/${path}`
      for (let count = 2; (await this.#files.info(join(this.#root, trashPath))) !== undefined; count += 1)
        trashPath = `${folder}-${count}/${path}`
      const to = join(this.#root, trashPath)
      await makeFolderDurably(this.#files, dirname(to))
      await moveFile(this.#files, from, to)
      return trashPath
    })
  }

  /** Moves a file out of the trash, to where nothing is. @throws AppError `notes/bad-path`, `storage/…`. */
  async putBack(trashPath: string, path: string): Promise<void> {
    const [from, to] = [await this.#absolute(trashPath), await this.#inside(path)]
    await withStorageErrors(path, async () => {
      if ((await this.#files.info(to)) !== undefined) throw new AppError('storage/name-taken', { path })
      await makeFolderDurably(this.#files, dirname(to))
      await moveFile(this.#files, from, to)
      await this.removeEmptyFolders(trashPath)
    })
  }

  /** Deletes a note for good. @throws AppError `notes/bad-path`, `storage/…`. */
  async remove(trashPath: string): Promise<void> {
    const absolute = await this.#absolute(trashPath)
    await withStorageErrors(trashPath, () => this.#files.remove(absolute))
    await this.removeEmptyFolders(trashPath)
  }

  /** Removes the folders in the trash that held a file, as far as they are empty. */
  async removeEmptyFolders(trashPath: string): Promise<void> {
    const trash = join(this.#root, trashFolder)
    let folder = dirname(join(this.#root, trashPath))
    while (folder.startsWith(trash) && folder !== trash) {
      const isGone = await this.#files.removeEmptyFolder(folder).then(
        () => true,
        () => false,
      )
      if (!isGone) return
      folder = dirname(folder)
    }
  }

  async #absolute(trashPath: string): Promise<string> {
    if (!trashPath.startsWith(`${trashFolder}/`)) throw new AppError('notes/bad-path', { path: trashPath })
    return this.#inside(trashPath)
  }

  async #inside(path: string): Promise<string> {
    const absolute = await withStorageErrors(this.#root, () => pathInside(this.#files, this.#root, path))
    if (absolute === undefined) throw new AppError('notes/bad-path', { path })
    return absolute
  }
}
