import { dirname, join } from 'node:path'
import type { FilePort } from '../files/file-port'
import { missingFolders } from '../files/make-folder-durably'

/** Folders that were made for notes since the notebook was opened: what is taken back leaves none of them empty. */
export class FoldersMadeForNotes {
  readonly #files: FilePort
  readonly #root: string
  /** By the path of the note, the deepest first. */
  readonly #made = new Map<string, readonly string[]>()

  constructor(files: FilePort, root: string) {
    this.#files = files
    this.#root = root
  }

  /** A note is about to come to `path`, and the folders above it that are missing are about to be made. */
  async noteComes(path: string): Promise<void> {
    const missing = await missingFolders(this.#files, dirname(join(this.#root, path)))
    if (missing.length > 0) this.#made.set(path, missing)
  }

  /** A note is no longer at `path`, or never came: the folders that were made for it go as far as they are empty. */
  async noteLeft(path: string): Promise<void> {
    const made = this.#made.get(path) ?? []
    this.#made.delete(path)
    try {
      for (const folder of made) await this.#files.removeEmptyFolder(folder)
    } catch {
      // Something else is in it by now, or it was never made.
    }
  }
}
