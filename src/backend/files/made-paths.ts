import type { FilePort } from './file-port'
import { makeFolderDurably, missingFolders } from './make-folder-durably'

/** Folders and files that one operation makes, so that it can take away what it made, and nothing else, when it fails. */
export class MadePaths {
  readonly #files: FilePort
  readonly #undo: (() => Promise<void>)[] = []

  constructor(files: FilePort) {
    this.#files = files
  }

  /** Makes a folder and those above it. @throws Node's system errors. */
  async makeFolder(path: string): Promise<void> {
    // A link that leads nowhere looks as if it were missing: removing an empty folder leaves it.
    for (const folder of (await missingFolders(this.#files, path)).toReversed())
      this.#undo.push(() => this.#files.removeEmptyFolder(folder))
    await makeFolderDurably(this.#files, path)
  }

  /** A file that was made here. */
  addFile(path: string): void {
    this.#undo.push(() => this.#files.remove(path))
  }

  /** What can't be removed stays. */
  async takeBack(): Promise<void> {
    for (const step of this.#undo.splice(0).reverse()) await step().catch(() => undefined)
  }
}
