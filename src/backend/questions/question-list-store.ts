import { join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import { parseQuestionList } from '../../shared/domain/parse-question-list'
import type { QuestionList } from '../../shared/domain/question-list'
import { storeQuestionIds } from '../../shared/domain/store-question-ids'
import type { FilePort } from '../files/file-port'
import { withStorageErrors } from '../files/storage-error'
import { encodeText, readTextFile } from '../files/text-file'
import { writeDurably } from '../files/write-durably'

/** A list as it is in the notebook. `path` is relative to the notebook. */
export interface StoredQuestionList extends QuestionList {
  readonly path: string
}

/** The files under `questions/` of one notebook. */
export class QuestionListStore {
  readonly #files: FilePort
  readonly #root: string

  constructor(files: FilePort, root: string) {
    this.#files = files
    this.#root = root
  }

  /** All lists that can be read, by file name. `onProblem` hears of the others. */
  async readAll(onProblem: (path: string, error: unknown) => void): Promise<StoredQuestionList[]> {
    const folder = join(this.#root, 'questions')
    if ((await withStorageErrors(folder, () => this.#files.info(folder)))?.kind !== 'folder') return []
    const entries = await withStorageErrors(folder, () => this.#files.list(folder))
    const names = entries
      .filter(entry => entry.kind === 'file' && /^[^.].*\.md$/i.test(entry.name))
      .map(entry => entry.name)
    const lists: StoredQuestionList[] = []
    for (const name of names.sort()) {
      try {
        const { text } = await readTextFile(this.#files, join(folder, name))
        lists.push({ ...parseQuestionList(text, name), path: `questions/${name}` })
      } catch (error) {
        onProblem(`questions/${name}`, error)
      }
    }
    return lists
  }

  /** Adds a list. @throws AppError `questions/list-exists`. */
  async create(id: string, text: string): Promise<void> {
    const folder = join(this.#root, 'questions')
    const path = join(folder, `${id}.md`)
    await withStorageErrors(path, async () => {
      await this.#files.makeFolder(folder)
      if ((await this.#files.info(path)) !== undefined) throw new AppError('questions/list-exists', { id })
    })
    await writeDurably(this.#files, path, encodeText(text))
  }

  async remove(id: string): Promise<void> {
    await this.#files.remove(join(this.#root, 'questions', `${id}.md`))
  }

  /** Writes the ids of items that have none yet; a list that has them all isn't touched. */
  async storeIds(list: StoredQuestionList): Promise<void> {
    const path = join(this.#root, list.path)
    const { text } = await readTextFile(this.#files, path)
    const withIds = storeQuestionIds(text, list.path.replace(/^questions\//, ''))
    if (withIds !== text) await writeDurably(this.#files, path, encodeText(withIds))
  }
}
