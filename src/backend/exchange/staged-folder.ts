import { dirname, join } from 'node:path'
import type { FilePort } from '../files/file-port'
import { storageError, withStorageErrors } from '../files/storage-error'

/** So that the disk always has something to do; each file is forced to disk, which takes longer than to write it. */
const mostUnderWay = 16

/** A folder that is being filled, some files at a time. */
export class StagedFolder {
  readonly #files: FilePort
  readonly #folder: string
  readonly #target: string
  readonly #made = new Map<string, Promise<void>>()
  readonly #underWay = new Set<Promise<void>>()
  #failure: { readonly error: unknown } | undefined

  /** @param target the folder that it becomes, which errors name. */
  constructor(files: FilePort, folder: string, target: string) {
    this.#target = target
    this.#files = files
    this.#folder = folder
  }

  /**
   * Makes a new file, and the folders above it; `path` is relative to the folder. It is on disk once `settle` has resolved.
   *
   * @throws AppError `storage/…`, also for a file of an earlier call.
   */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    while (this.#underWay.size >= mostUnderWay) await Promise.race(this.#underWay)
    this.#assertSound()
    const absolute = join(this.#folder, path)
    const write = this.#write(absolute, bytes)
      .catch(
        (error: unknown) => void (this.#failure ??= { error: storageError(error, join(this.#target, path)) }),
      )
      .finally(() => this.#underWay.delete(write))
    this.#underWay.add(write)
  }

  /** Resolves once all files are on disk with their names, or have failed. @throws AppError `storage/…`. */
  async settle(): Promise<void> {
    await Promise.all(this.#underWay)
    this.#assertSound()
    const folders = new Set([...this.#made.keys()].flatMap(folder => this.#upToTop(folder)))
    this.#made.clear()
    for (const folder of folders) await withStorageErrors(this.#target, () => this.#files.syncFolder(folder))
  }

  /** What was written. @throws AppError `storage/…`. */
  async read(path: string): Promise<Uint8Array> {
    const absolute = join(this.#folder, path)
    return withStorageErrors(join(this.#target, path), () => this.#files.read(absolute))
  }

  /** The text of what was written. @throws AppError `storage/…`. */
  async readText(path: string): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await this.read(path))
  }

  async #write(path: string, bytes: Uint8Array): Promise<void> {
    await this.#makeFolder(dirname(path))
    await this.#files.writeNew(path, bytes)
  }

  #makeFolder(folder: string): Promise<void> {
    const made = this.#made.get(folder) ?? this.#files.makeFolder(folder)
    this.#made.set(folder, made)
    return made
  }

  /** The folder itself last. */
  #upToTop(folder: string): string[] {
    return folder === this.#folder ? [folder] : [folder, ...this.#upToTop(dirname(folder))]
  }

  #assertSound(): void {
    if (this.#failure !== undefined) throw this.#failure.error
  }
}
