import { join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { OtherLists } from '../../shared/domain/parse-question-list'
import { parseQuestionLists, type QuestionListFile } from '../../shared/domain/parse-question-lists'
import type { QuestionList } from '../../shared/domain/question-list'
import { conflictCopyOf } from '../../shared/domain/sync/conflict-copy'
import { isForeignTemporary } from '../../shared/domain/sync/is-foreign-temporary'
import { storeQuestionIds } from '../../shared/domain/store-question-ids'
import type { FilePort } from '../files/file-port'
import { makeFolderDurably } from '../files/make-folder-durably'
import { pathInside } from '../files/path-inside'
import { isNameTaken, withStorageErrors } from '../files/storage-error'
import { encodeText, hashOf, readTextFile } from '../files/text-file'
import { createDurably, writeDurably } from '../files/write-durably'

/** A list as it is in the notebook. `path` is relative to the notebook. */
export interface StoredQuestionList extends QuestionList {
  readonly path: string
  /** Of the file that it was read from. */
  readonly hash: string
}

/** A list's file as it is now, and what else it has to be read with. */
export interface QuestionListText {
  readonly name: string
  readonly text: string
  readonly hash: string
  readonly others: OtherLists
}

type ProblemListener = (path: string, error: unknown) => void

/** The files under `questions/` of one notebook. */
export class QuestionListStore {
  readonly #files: FilePort
  readonly #root: string
  /** What each file held when it was last read, by its name. */
  readonly #lastRead = new Map<string, string>()

  constructor(files: FilePort, root: string) {
    this.#files = files
    this.#root = root
  }

  /**
   * All lists that can be read, by file name, with ids of their own. `onProblem` hears of the others; of those that could be
   * read before, what they held then stays.
   */
  async readAll(onProblem: ProblemListener): Promise<StoredQuestionList[]> {
    const files = await this.#readFiles(onProblem)
    return parseQuestionLists(files).map(({ list }, index) => ({
      ...list,
      path: `questions/${files[index]?.name ?? ''}`,
      hash: hashOf(encodeText(files[index]?.text ?? '')),
    }))
  }

  /** Adds a list. @throws AppError `questions/list-exists`. */
  async create(id: string, text: string): Promise<void> {
    const folder = join(this.#root, 'questions')
    const path = join(folder, `${id}.md`)
    await withStorageErrors(path, () => makeFolderDurably(this.#files, folder))
    await createDurably(this.#files, path, encodeText(text)).catch((error: unknown) => {
      throw isNameTaken(error) ? new AppError('questions/list-exists', { id }, error) : error
    })
    this.#lastRead.set(`${id}.md`, text)
  }

  async remove(id: string): Promise<void> {
    await this.#files.remove(join(this.#root, 'questions', `${id}.md`))
  }

  /** Writes the ids of items that have none of their own yet; a list that has them all isn't touched. */
  async storeIds({ path }: StoredQuestionList): Promise<void> {
    const file = await this.read(path)
    const withIds = storeQuestionIds(file.text, file.name, file.others)
    if (withIds !== file.text) await this.write(path, withIds, file.hash)
  }

  /** @param path relative to the notebook @throws AppError `storage/not-found`, `storage/…`. */
  async read(path: string): Promise<QuestionListText> {
    const files = await this.#readFiles(() => undefined)
    const index = files.findIndex(file => `questions/${file.name}` === path)
    const file = files[index]
    if (file === undefined) throw new AppError('storage/not-found', { path })
    const others = parseQuestionLists(files)[index]?.others ?? {}
    return { ...file, hash: hashOf(encodeText(file.text)), others }
  }

  /**
   * Replaces a list durably, if it still holds what has the hash `baseHash`; gives the new hash.
   *
   * @throws AppError `notes/conflict`, `storage/…`.
   */
  async write(path: string, text: string, baseHash: string): Promise<string> {
    const absolute = await withStorageErrors(path, () => pathInside(this.#files, this.#root, path))
    if (absolute === undefined) throw new AppError('storage/no-permission', { path })
    const bytes = encodeText(text)
    await writeDurably(this.#files, absolute, bytes, { baseHash })
    return hashOf(bytes)
  }

  /** Names of the files that are read as lists, sorted. @throws AppError `storage/…`. */
  async names(): Promise<string[]> {
    const all = await this.#allNames()
    return all.filter(name => !isCopyAmong(all, name))
  }

  /** Names of what is in the folder of lists, in lower case and NFC. */
  async takenNames(): Promise<Set<string>> {
    return new Set((await this.#allNames()).map(name => name.normalize('NFC').toLowerCase()))
  }

  /** Names of other versions of them that sync programs have left, which have the same ids. */
  async copies(): Promise<string[]> {
    const all = await this.#allNames()
    return all.filter(name => isCopyAmong(all, name))
  }

  async #allNames(): Promise<string[]> {
    const folder = join(this.#root, 'questions')
    if ((await withStorageErrors(folder, () => this.#files.info(folder)))?.kind !== 'folder') return []
    return (await withStorageErrors(folder, () => this.#files.list(folder)))
      .filter(({ name, kind }) => kind === 'file' && /\.md$/i.test(name) && !isForeignTemporary(name))
      .map(({ name }) => name)
      .sort()
  }

  async #readFiles(onProblem: ProblemListener): Promise<QuestionListFile[]> {
    const files: QuestionListFile[] = []
    for (const name of await this.names()) {
      try {
        const text = await this.#readFile(`questions/${name}`)
        this.#lastRead.set(name, text)
        files.push({ name, text })
      } catch (error) {
        onProblem(`questions/${name}`, error)
        const text = this.#lastRead.get(name)
        if (text !== undefined) files.push({ name, text })
      }
    }
    return files
  }

  async #readFile(path: string): Promise<string> {
    return withStorageErrors(path, async () => {
      const absolute = await pathInside(this.#files, this.#root, path)
      if (absolute === undefined) throw new AppError('storage/no-permission', { path })
      return (await readTextFile(this.#files, absolute)).text
    })
  }
}

function isCopyAmong(names: readonly string[], name: string): boolean {
  const copy = conflictCopyOf(name)
  return copy?.isCertain === true && names.includes(copy.original)
}
