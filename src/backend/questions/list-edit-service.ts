import { AppError, isAppError } from '../../shared/contract/app-error'
import type { ListEditInput, ListEditReport } from '../../shared/contract/list-edit-procedures'
import { editQuestionList } from '../../shared/domain/list-edit/edit-question-list'
import { handOverAnswers } from '../../shared/domain/list-edit/hand-over-answers'
import type { ListEdit } from '../../shared/domain/list-edit/list-edit'
import { questionIdAt } from '../../shared/domain/question-id'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NoteService } from '../notes/note-service'
import type { BackendPorts } from '../ports'
import { listEditOf } from './list-edit-of'
import type { QuestionListText, StoredQuestionList } from './question-list-store'

const mostUndos = 30

interface ChangedNote {
  readonly path: string
  readonly before: string
  /** Of what it got. */
  readonly hash: string
}

interface Undo {
  readonly notebook: OpenNotebook
  readonly path: string
  readonly before: string
  readonly hash: string
  readonly notes: readonly ChangedNote[]
}

/** Changes question lists: each change is one of the list's file as it was seen, and can be taken back. */
export class ListEditService {
  readonly #notebooks: NotebookService
  readonly #notes: NoteService
  readonly #ports: BackendPorts
  readonly #undos = new Map<string, Undo>()

  constructor(notebooks: NotebookService, notes: NoteService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#notes = notes
    this.#ports = ports
  }

  /** @throws AppError `questions/list-not-found`, `questions/list-changed`, `questions/not-editable`, `storage/…`. */
  async edit(
    { listId, hash, edit: input }: { listId: string; hash: string; edit: ListEditInput },
    clientId: string,
  ): Promise<ListEditReport> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const list = notebook.lists.find(({ id }) => id === listId)
    if (list === undefined) throw new AppError('questions/list-not-found', { id: listId })
    const edit = listEditOf(input, () => freeId(notebook, list, input))
    const gone = goneQuestions(list, edit)
    const notes: ChangedNote[] = []
    let written: { readonly before: string; readonly hash: string }
    try {
      written = await this.#change({ path: list.path, hash, clientId }, async (text, { name, others }) => {
        const next = editSafely(list.path, () => editQuestionList(text, name, edit, others))
        if (edit.kind === 'merge-questions') await this.#handOver(edit, notes, clientId)
        return next
      })
    } catch (error) {
      await this.#restoreNotes(notes, clientId)
      throw error
    }
    return {
      undoId: this.#remember({ notebook, path: list.path, notes, ...written }),
      questionId: edit.kind === 'add-question' ? edit.id : null,
      keptNotes: [...new Set(gone.flatMap(id => notebook.notes.answersOf(id)))],
      changedNotes: notes.map(({ path }) => path),
      brokenLinks: notebook.notes.linkingTo(gone.map(id => `^${id}`)),
    }
  }

  /** @throws AppError `questions/list-changed` when the list is no longer as the edit left it. */
  async undo(undoId: string, clientId: string): Promise<{ skipped: string[] }> {
    const undo = this.#undos.get(undoId)
    if (undo === undefined || undo.notebook !== this.#notebooks.notebook)
      throw new AppError('questions/list-changed', { path: '' })
    undo.notebook.assertWritable()
    await this.#change({ path: undo.path, hash: undo.hash, clientId }, async () => undo.before)
    this.#undos.delete(undoId)
    return { skipped: await this.#restoreNotes(undo.notes, clientId) }
  }

  /** Replaces the text of a list that still has this hash, and tells everyone. */
  async #change(
    { path, hash, clientId }: { path: string; hash: string; clientId: string },
    change: (text: string, file: QuestionListText) => Promise<string>,
  ): Promise<{ before: string; hash: string }> {
    const { notebook } = this.#notebooks
    const before = notebook.lists
    try {
      return await notebook.writes.run(path, async () => {
        const file = await notebook.listStore.read(path)
        if (file.hash !== hash) throw new AppError('questions/list-changed', { path })
        const text = await change(file.text, file)
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

  /** What answers and links to the one question does so to the other now. */
  async #handOver(
    { id, into }: Extract<ListEdit, { kind: 'merge-questions' }>,
    changed: ChangedNote[],
    clientId: string,
  ): Promise<void> {
    const { notebook } = this.#notebooks
    const paths = new Set([...notebook.notes.answersOf(id), ...notebook.notes.linkingTo([`^${id}`])])
    for (const path of paths) {
      const { text: before, hash: baseHash } = await this.#notes.read(path)
      const text = editSafely(path, () => handOverAnswers(before, id, into))
      if (text === before) continue
      const { hash } = await this.#notes.save({ path, text, baseHash }, clientId)
      changed.push({ path, before, hash })
    }
  }

  /** Paths of those that have changed again since. */
  async #restoreNotes(notes: readonly ChangedNote[], clientId: string): Promise<string[]> {
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

  #remember(undo: Undo): string {
    const id = this.#ports.newId()
    this.#undos.set(id, undo)
    const [oldest] = this.#undos.keys()
    if (this.#undos.size > mostUndos && oldest !== undefined) this.#undos.delete(oldest)
    return id
  }
}

/** Ids that the list has no longer after the edit. */
function goneQuestions({ sections }: StoredQuestionList, edit: ListEdit): string[] {
  if (edit.kind === 'remove-question' || edit.kind === 'merge-questions') return [edit.id]
  if (edit.kind !== 'remove-section') return []
  return (sections[edit.section - 1]?.questions ?? []).map(({ id }) => id)
}

/** An id that no question has, nor had as far as notes and the study log know: it would get the answers of that one. */
function freeId(notebook: OpenNotebook, list: StoredQuestionList, input: ListEditInput): string {
  const taken = new Set<string>([...notebook.questions()].map(({ question }) => question.id))
  for (const { answers } of notebook.notes.all()) for (const id of answers) taken.add(id)
  for (const event of notebook.studyEvents) if ('question' in event) taken.add(event.question)
  const section = input.kind === 'add-question' ? input.place.section : 1
  let number = (list.sections[section - 1]?.questions.length ?? 0) + 1
  while (taken.has(questionIdAt(list.id, section, number))) number += 1
  return questionIdAt(list.id, section, number)
}

function editSafely(path: string, edit: () => string): string {
  try {
    return edit()
  } catch (error) {
    throw error instanceof RangeError ? new AppError('questions/not-editable', { path }, error) : error
  }
}
