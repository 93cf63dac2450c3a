import { join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { FilePort } from '../files/file-port'
import { pathInside } from '../files/path-inside'
import { withStorageErrors } from '../files/storage-error'
import { decodeText, encodeText, hashOf, largestTextFileBytes } from '../files/text-file'
import { isTemporaryName, writeDurably } from '../files/write-durably'

/** A note's file. `text` is undefined when it can't be shown as text; `problem` says why. */
export interface NoteFile {
  readonly path: string
  readonly text: string | undefined
  readonly hash: string
  readonly modifiedAt: number
  readonly problem: string | undefined
}

const deepestFolder = 32

/** The files under `notes/` of one notebook. Paths are relative to the notebook, with forward slashes. */
export class NoteStore {
  readonly #files: FilePort
  readonly #root: string

  constructor(files: FilePort, root: string) {
    this.#files = files
    this.#root = root
  }

  /** Paths of all notes, sorted. A missing folder `notes/` has none. */
  async list(): Promise<string[]> {
    const paths: string[] = []
    await this.#collect('notes', paths, 0)
    return paths.sort()
  }

  /** @throws AppError `notes/not-found`, `notes/bad-path`, `storage/…`. */
  async read(path: string): Promise<NoteFile> {
    const absolute = await this.absolute(path)
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

  /** Replaces a note durably. The caller has compared hashes. */
  async write(path: string, text: string): Promise<{ hash: string; modifiedAt: number }> {
    const bytes = encodeText(text)
    const absolute = await this.absolute(path)
    await writeDurably(this.#files, absolute, bytes)
    const info = await withStorageErrors(path, () => this.#files.info(absolute))
    return { hash: hashOf(bytes), modifiedAt: info?.modifiedAt ?? 0 }
  }

  /** Makes a note and the folders above it. */
  async create(path: string, text: string): Promise<{ hash: string; modifiedAt: number }> {
    const absolute = await this.absolute(path)
    await withStorageErrors(path, async () => {
      await this.#files.makeFolder(join(absolute, '..'))
      if ((await this.#files.info(absolute)) !== undefined)
        throw new AppError('storage/failed', { path, systemCode: 'EEXIST' })
    })
    return this.write(path, text)
  }

  /** Moves a note into `.answerbook/trash/` under the name `trashName`; returns its path there. */
  async moveToTrash(path: string, trashName: string): Promise<string> {
    const folder = join(this.#root, '.answerbook', 'trash')
    const from = await this.absolute(path)
    await withStorageErrors(path, async () => {
      await this.#files.makeFolder(folder)
      await this.#files.rename(from, join(folder, trashName))
      await this.#files.syncFolder(folder)
    })
    return `.answerbook/trash/${trashName}`
  }

  /** Puts a note of the trash back. */
  async restore(trashPath: string, path: string): Promise<void> {
    if (!/^\.answerbook\/trash\/[^/\\]+$/.test(trashPath))
      throw new AppError('notes/bad-path', { path: trashPath })
    const to = await this.absolute(path)
    await withStorageErrors(path, async () => {
      if ((await this.#files.info(to)) !== undefined)
        throw new AppError('storage/failed', { path, systemCode: 'EEXIST' })
      await this.#files.makeFolder(join(to, '..'))
      await this.#files.rename(join(this.#root, trashPath), to)
    })
  }

  /** @throws AppError `notes/bad-path` when `path` isn't that of a Markdown file below `notes/`. */
  async absolute(path: string): Promise<string> {
    const isNote = path.startsWith('notes/') && /\.md$/i.test(path)
    const absolute = isNote ? await pathInside(this.#files, this.#root, path) : undefined
    if (absolute === undefined) throw new AppError('notes/bad-path', { path })
    return absolute
  }

  async #collect(folder: string, paths: string[], depth: number): Promise<void> {
    const absolute = join(this.#root, folder)
    if (depth > deepestFolder || (await this.#files.info(absolute))?.kind !== 'folder') return
    for (const entry of await withStorageErrors(folder, () => this.#files.list(absolute))) {
      if (entry.name.startsWith('.') || isTemporaryName(entry.name)) continue
      const path = `${folder}/${entry.name}`
      if (entry.kind === 'folder') await this.#collect(path, paths, depth + 1)
      else if (entry.kind === 'file' && /\.md$/i.test(entry.name)) paths.push(path)
    }
  }
}
