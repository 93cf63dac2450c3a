import { AppError } from '../../shared/contract/app-error'
import type { ListEditInput, ListEditReport } from '../../shared/contract/list-edit-procedures'
import { editQuestionList } from '../../shared/domain/list-edit/edit-question-list'
import { handOverAnswers } from '../../shared/domain/list-edit/hand-over-answers'
import type { ListEdit } from '../../shared/domain/list-edit/list-edit'
import { questionIdAt } from '../../shared/domain/question-id'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NoteService } from '../notes/note-service'
import type { ChangedNote, ListChanges } from './list-changes'
import { listEditOf } from './list-edit-of'
import type { StoredQuestionList } from './question-list-store'
import { takenQuestionIds } from './taken-question-ids'

/** Changes question lists: each change is one of the list's file as it was seen, and can be taken back. */
export class ListEditService {
  readonly #notebooks: NotebookService
  readonly #notes: NoteService
  readonly #changes: ListChanges

  constructor(notebooks: NotebookService, notes: NoteService, changes: ListChanges) {
    this.#notebooks = notebooks
    this.#notes = notes
    this.#changes = changes
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
    const changed: ChangedNote[] = []
    let written: { readonly before: string; readonly hash: string }
    try {
      written = await this.#changes.replace({ path: list.path, hash, clientId }, async file => {
        const { text, name, others } = file
        const next = editSafely(list.path, () => editQuestionList(text, name, edit, others))
        if (edit.kind === 'merge-questions') await this.#handOver(edit, changed, clientId)
        return next
      })
    } catch (error) {
      await this.#changes.restoreNotes(changed, clientId)
      throw error
    }
    return {
      undoId: this.#changes.remember({ path: list.path, changed, ...written }),
      questionId: edit.kind === 'add-question' ? edit.id : null,
      keptNotes: [...new Set(gone.flatMap(id => notebook.notes.answersOf(id)))],
      changedNotes: changed.map(({ path }) => path),
      brokenLinks: notebook.notes.linkingTo(gone.map(id => `^${id}`)),
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
}

/** Ids that the list has no longer after the edit. */
function goneQuestions({ sections }: StoredQuestionList, edit: ListEdit): string[] {
  if (edit.kind === 'remove-question' || edit.kind === 'merge-questions') return [edit.id]
  if (edit.kind !== 'remove-section') return []
  return (sections[edit.section - 1]?.questions ?? []).map(({ id }) => id)
}

function freeId(notebook: OpenNotebook, list: StoredQuestionList, input: ListEditInput): string {
  const taken = takenQuestionIds(notebook)
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
