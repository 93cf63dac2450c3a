import { AppError, isAppError } from '../../shared/contract/app-error'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NoteService } from '../notes/note-service'
import type { BackendPorts } from '../ports'
import type { StudyMerge, StudyMerges } from '../study/study-merges'
import type { QuestionListText } from './question-list-store'

const mostUndos = 30

/** A note that was changed along with a list. */
export interface ChangedNote {
  readonly path: string
  readonly before: string
  /** Of what it got. */
  readonly hash: string
}

/** A note that was made along with a list. */
export interface CreatedNote {
  readonly path: string
  readonly hash: string
}

/** A list's text before a change, and the hash of what it got. */
export interface ChangedList {
  readonly path: string
  readonly before: string
  readonly hash: string
}

interface Undo extends ChangedList {
  readonly notebook: OpenNotebook
  /** The list that got a question of this one. */
  readonly otherList?: ChangedList | undefined
  /** What the study log got along with it. */
  readonly study?: StudyMerge | undefined
  readonly changed: readonly ChangedNote[]
  readonly created: readonly CreatedNote[]
}

/** Replaces the files of question lists, each one as it was seen, and takes it back. */
export class ListChanges {
  readonly #notebooks: NotebookService
  readonly #notes: NoteService
  readonly #ports: BackendPorts
  readonly #studyMerges: StudyMerges
  readonly #undos = new Map<string, Undo>()

  constructor(notebooks: NotebookService, notes: NoteService, studyMerges: StudyMerges, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#notes = notes
    this.#studyMerges = studyMerges
    this.#ports = ports
  }

  /**
   * Replaces the text of a list that still has this hash, and tells everyone.
   *
   * @throws AppError `questions/list-changed`, what `change` throws, `storage/…`.
   */
  async replace(
    { path, hash, clientId }: { path: string; hash: string; clientId: string },
    change: (file: QuestionListText) => Promise<string>,
  ): Promise<{ before: string; hash: string }> {
    const { notebook } = this.#notebooks
    const before = notebook.lists
    try {
      return await notebook.writes.run(path, async () => {
        const file = await notebook.listStore.read(path)
        if (file.hash !== hash) throw new AppError('questions/list-changed', { path })
        const text = await change(file)
        return { before: file.text, hash: await notebook.listStore.write(path, text, hash) }
      })
    } catch (error) {
      throw isAppError(error, 'notes/conflict')
        ? new AppError('questions/list-changed', { path }, error)
        : error
    } finally {
      // The file is written or refused; a list that can't be read right now is read with the next change.
      await notebook
        .loadLists()
        .catch((error: unknown) => this.#ports.log('warning', 'the lists could not be read again', error))
      this.#notebooks.listsChanged(notebook, before, clientId)
    }
  }

  /** Keeps what a change of a list takes to undo; gives the id of that. */
  remember(undo: Omit<Undo, 'notebook' | 'changed' | 'created'> & Partial<Undo>): string {
    const id = this.#ports.newId()
    this.#undos.set(id, { notebook: this.#notebooks.notebook, changed: [], created: [], ...undo })
    const [oldest] = this.#undos.keys()
    if (this.#undos.size > mostUndos && oldest !== undefined) this.#undos.delete(oldest)
    return id
  }

  /**
   * Gives a list its text of before; notes that were made with it go to the trash. `skipped` are notes that have changed since.
   *
   * @throws AppError `questions/list-changed` when the list is no longer as the change left it.
   */
  async undo(undoId: string, clientId: string): Promise<{ skipped: string[] }> {
    const undo = this.#undos.get(undoId)
    if (undo === undefined || undo.notebook !== this.#notebooks.notebook)
      throw new AppError('questions/list-changed', { path: '' })
    undo.notebook.assertWritable()
    await this.#restoreLists(undo, clientId)
    this.#undos.delete(undoId)
    if (undo.study !== undefined) await this.#studyMerges.takeBack(undo.study, clientId)
    const skipped = await this.restoreNotes(undo.changed, clientId)
    return { skipped: [...skipped, ...(await this.#trashNotes(undo.created, clientId))] }
  }

  /** The list that had a question gets it back before the other one loses it. */
  async #restoreLists({ otherList, ...list }: Undo, clientId: string): Promise<void> {
    const back = await this.#restoreList(list, clientId)
    try {
      if (otherList !== undefined) await this.#restoreList(otherList, clientId)
    } catch (error) {
      await this.#restoreList({ path: list.path, ...back }, clientId)
      throw error
    }
  }

  async #restoreList(
    { path, before, hash }: ChangedList,
    clientId: string,
  ): Promise<{ before: string; hash: string }> {
    return this.replace({ path, hash, clientId }, async () => before)
  }

  /** Gives notes their text of before; paths of those that have changed again since. */
  async restoreNotes(notes: readonly ChangedNote[], clientId: string): Promise<string[]> {
    const skipped: string[] = []
    for (const { path, before, hash } of notes) {
      try {
        await this.#notes.save({ path, text: before, baseHash: hash }, clientId)
      } catch (error) {
        if (!isAppError(error)) throw error
        skipped.push(path)
      }
    }
    return skipped
  }

  async #trashNotes(notes: readonly CreatedNote[], clientId: string): Promise<string[]> {
    const skipped: string[] = []
    for (const { path, hash } of notes) {
      try {
        if ((await this.#notes.read(path)).hash === hash) await this.#notes.trash(path, clientId)
        else skipped.push(path)
      } catch (error) {
        if (!isAppError(error)) throw error
        skipped.push(path)
      }
    }
    return skipped
  }
}
