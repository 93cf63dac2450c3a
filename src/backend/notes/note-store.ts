import { join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import { trashFolder } from '../../shared/domain/trash-path'
import type { FilePort } from '../files/file-port'
import { makeFolderDurably } from '../files/make-folder-durably'
import { filesBelow } from '../files/files-below'
import { moveFile } from '../files/move-file'
import { pathInside } from '../files/path-inside'
import { withStorageErrors } from '../files/storage-error'
import { decodeText, encodeText, hashOf, largestTextFileBytes } from '../files/text-file'
import type { ReplacedFiles } from '../files/replaced-files'
import { createDurably, writeDurably } from '../files/write-durably'
import { TrashStore } from '../trash/trash-store'

/** A note's file. `text` is undefined when it can't be shown as text; `problem` says why. */
export interface NoteFile {
  readonly path: string
  readonly text: string | undefined
  readonly hash: string
  readonly modifiedAt: number
  readonly problem: string | undefined
}

/** The files under `notes/` of one notebook. Paths are relative to the notebook, with forward slashes. */
export class NoteStore {
  readonly #files: FilePort
  readonly #root: string
  readonly #trash: string
  readonly #replaced: ReplacedFiles

  /** What saves replace is watched by `replaced`. */
  constructor(files: FilePort, root: string, replaced: ReplacedFiles) {
    this.#files = files
    this.#root = root
    this.#replaced = replaced
    this.#trash = join(root, '.answerbook', 'trash')
  }

  /** Paths of all notes, sorted. A missing folder `notes/` has none. */
  async list(): Promise<string[]> {
    const paths = await filesBelow(this.#files, this.#root, 'notes')
    return paths.filter(path => /\.md$/i.test(path))
  }

  /** Names of what is directly in a folder of notes, as they are written; none when it isn't there. */
  async namesIn(folder = 'notes'): Promise<string[]> {
    const absolute = join(this.#root, folder)
    if ((await withStorageErrors(folder, () => this.#files.info(absolute)))?.kind !== 'folder') return []
    return (await withStorageErrors(folder, () => this.#files.list(absolute))).map(({ name }) => name)
  }

  /** Names of what is directly in a folder of notes, in lower case and NFC. */
  async takenNames(folder = 'notes'): Promise<Set<string>> {
    return new Set((await this.namesIn(folder)).map(name => name.normalize('NFC').toLowerCase()))
  }

  /** @throws AppError `notes/not-found`, `notes/bad-path`, `storage/…`. */
  async read(path: string): Promise<NoteFile> {
    return this.#readFile(await this.absolute(path), path)
  }

  async #readFile(absolute: string, path: string): Promise<NoteFile> {
    const info = await withStorageErrors(path, () => this.#files.info(absolute))
    if (info === undefined || info.kind !== 'file') throw new AppError('notes/not-found', { path })
    if (info.size > largestTextFileBytes) {
      return { path, text: undefined, hash: '', modifiedAt: info.modifiedAt, problem: 'too-large' }
    }
    const bytes = await withStorageErrors(path, () => this.#files.read(absolute))
    const text = decodeText(bytes)
    const problem = text === undefined ? 'not-text' : undefined
    return { path, text, hash: hashOf(bytes), modifiedAt: info.modifiedAt, problem }
  }

  /**
   * Replaces a note durably, if it still holds what has the hash `baseHash`.
   *
   * @throws AppError `notes/conflict`, `notes/not-text`, `storage/too-large` for what could not be read again, `storage/…`.
   */
  async write(path: string, text: string, baseHash?: string): Promise<{ hash: string; modifiedAt: number }> {
    const bytes = encodeNote(path, text)
    const absolute = await this.absolute(path)
    const { modifiedAt } = await writeDurably(
      this.#files,
      absolute,
      bytes,
      baseHash === undefined ? undefined : { baseHash, onReplaced: this.#replaced.watcherFor(path) },
    )
    return { hash: hashOf(bytes), modifiedAt }
  }

  /** Makes a note and the folders above it. @throws AppError `storage/name-taken`, and as `write`. */
  async create(path: string, text: string): Promise<{ hash: string; modifiedAt: number }> {
    const bytes = encodeNote(path, text)
    const absolute = await this.absolute(path)
    await withStorageErrors(path, () => makeFolderDurably(this.#files, join(absolute, '..')))
    const { modifiedAt } = await createDurably(this.#files, absolute, bytes)
    return { hash: hashOf(bytes), modifiedAt }
  }

  /**
   * Moves a note into a folder of the trash, below which it keeps its path; returns its path there. Another note that is
   * there already gets a folder beside it.
   *
   * @throws AppError `notes/not-found`, `notes/bad-path`, `storage/…`.
   */
  async moveToTrash(path: string, folder: string): Promise<string> {
    const from = await this.absolute(path)
    const info = await withStorageErrors(path, () => this.#files.info(from))
    if (info === undefined) throw new AppError('notes/not-found', { path })
    return new TrashStore(this.#files, this.#root).take(path, folder)
  }

  /** Removes a note for good: only what was made a moment ago and is taken back. */
  async remove(path: string): Promise<void> {
    const absolute = await this.absolute(path)
    await withStorageErrors(path, () => this.#files.remove(absolute))
  }

  /** Puts a note of the trash back, and says what it holds. */
  async restore(trashPath: string, path: string): Promise<NoteFile> {
    const to = await this.absolute(path)
    const from = trashPath.startsWith(`${trashFolder}/`)
      ? await withStorageErrors(this.#root, () => pathInside(this.#files, this.#root, trashPath))
      : undefined
    if (from === undefined) throw new AppError('notes/bad-path', { path: trashPath })
    return withStorageErrors(path, async () => {
      if ((await this.#files.info(to)) !== undefined) throw new AppError('storage/name-taken', { path })
      const file = await this.#readFile(from, path)
      await makeFolderDurably(this.#files, join(to, '..'))
      await moveFile(this.#files, from, to)
      await new TrashStore(this.#files, this.#root).removeEmptyFolders(trashPath)
      return file
    })
  }

  /** @throws AppError `notes/bad-path` when `path` isn't that of a Markdown file below `notes/`. */
  async absolute(path: string): Promise<string> {
    const isNote = path.startsWith('notes/') && /\.md$/i.test(path)
    const absolute = isNote
      ? await withStorageErrors(this.#root, () => pathInside(this.#files, this.#root, path))
      : undefined
    if (absolute === undefined) throw new AppError('notes/bad-path', { path })
    return absolute
  }
}

/** @throws AppError for what could not be read again. */
function encodeNote(path: string, text: string): Uint8Array {
  const bytes = encodeText(text)
  if (text.includes('\0')) throw new AppError('notes/not-text', { path })
  if (bytes.byteLength > largestTextFileBytes)
    throw new AppError('storage/too-large', { path, size: bytes.byteLength, limit: largestTextFileBytes })
  return bytes
}
