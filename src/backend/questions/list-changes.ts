import { AppError, isAppError } from '../../shared/contract/app-error'
import { trashFolderAt } from '../../shared/domain/trash-path'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NoteService } from '../notes/note-service'
import type { BackendPorts } from '../ports'
import type { StudyMerge, StudyMerges } from '../study/study-merges'
import { TrashStore } from '../trash/trash-store'
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

/** What became of a list's file, and what it takes to undo that. */
export type ListChange =
  | ({ readonly kind: 'changed' } & ChangedList)
  | { readonly kind: 'made'; readonly path: string; readonly hash: string }
  | { readonly kind: 'trashed'; readonly path: string; readonly trashPath: string }

interface Undo {
  readonly notebook: OpenNotebook
  /** In the order in which they are undone. */
  readonly lists: readonly ListChange[]
  /** What the study log got along with it. */
  readonly study?: StudyMerge | undefined
  readonly changed: readonly ChangedNote[]
  readonly created: readonly CreatedNote[]
}

/** Replaces and removes the files of question lists, each one as it was seen, and takes it back. */
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
    return this.#onFile(path, clientId, async ({ listStore }) => {
      const file = await listStore.read(path)
      if (file.hash !== hash) throw new AppError('questions/list-changed', { path })
      const text = await change(file)
      return { before: file.text, hash: await listStore.write(path, text, hash) }
    })
  }

  /**
   * Moves the file of a list that still has this hash to the trash, and tells everyone; gives its path there.
   *
   * @throws AppError `questions/list-changed`, `storage/…`.
   */
  async trash({ path, hash }: { path: string; hash: string }, clientId: string): Promise<string> {
    return this.#onFile(path, clientId, async ({ listStore, files, info }) => {
      if ((await listStore.read(path)).hash !== hash) throw new AppError('questions/list-changed', { path })
      return new TrashStore(files, info.path).take(path, trashFolderAt(this.#ports.now()))
    })
  }

  /** Moves a list's file out of the trash; gives its hash. @throws AppError `notes/bad-path`, `storage/…`. */
  async putBack(
    { path, trashPath }: { path: string; trashPath: string },
    clientId: string,
  ): Promise<{ hash: string }> {
    return this.#onFile(path, clientId, async ({ listStore, files, info }) => {
      await new TrashStore(files, info.path).putBack(trashPath, path)
      return listStore.read(path)
    })
  }

  async #onFile<T>(path: string, clientId: string, act: (notebook: OpenNotebook) => Promise<T>): Promise<T> {
    const { notebook } = this.#notebooks
    const before = notebook.lists
    try {
      return await notebook.writes.run(path, () => act(notebook))
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
  remember(undo: Pick<Undo, 'lists'> & Partial<Undo>): string {
    const id = this.#ports.newId()
    this.#undos.set(id, { notebook: this.#notebooks.notebook, changed: [], created: [], ...undo })
    const [oldest] = this.#undos.keys()
    if (this.#undos.size > mostUndos && oldest !== undefined) this.#undos.delete(oldest)
    return id
  }

  /**
   * Gives lists their texts of before, or takes their files away or back; notes that were made with it go to the trash. `skipped` are notes that have changed since.
   *
   * @throws AppError `questions/list-changed` when the list is no longer as the change left it.
   */
  async undo(undoId: string, clientId: string): Promise<{ skipped: string[] }> {
    const undo = this.#undos.get(undoId)
    if (undo === undefined || undo.notebook !== this.#notebooks.notebook)
      throw new AppError('questions/list-changed', { path: '' })
    undo.notebook.assertWritable()
    await this.#takeBackAll(undo.lists, clientId)
    this.#undos.delete(undoId)
    if (undo.study !== undefined) await this.#studyMerges.takeBack(undo.study, clientId)
    const skipped = await this.restoreNotes(undo.changed, clientId)
    return { skipped: [...skipped, ...(await this.#trashNotes(undo.created, clientId))] }
  }

  /** All of them, or none. */
  async #takeBackAll(lists: readonly ListChange[], clientId: string): Promise<void> {
    const done: ListChange[] = []
    try {
      for (const list of lists) done.push(await this.#takeBack(list, clientId))
    } catch (error) {
      for (const list of done.reverse()) await this.#takeBack(list, clientId)
      throw error
    }
  }

  /** Undoes a change of a list; gives what that was itself. */
  async #takeBack(list: ListChange, clientId: string): Promise<ListChange> {
    const { path } = list
    switch (list.kind) {
      case 'changed': {
        const { before, hash } = list
        return {
          kind: 'changed',
          path,
          ...(await this.replace({ path, hash, clientId }, async () => before)),
        }
      }
      case 'made':
        return { kind: 'trashed', path, trashPath: await this.trash(list, clientId) }
      case 'trashed':
        return { kind: 'made', path, hash: (await this.putBack(list, clientId)).hash }
    }
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
