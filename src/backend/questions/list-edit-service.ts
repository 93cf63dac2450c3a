import { AppError } from '../../shared/contract/app-error'
import type { ListEditInput, ListEditReport } from '../../shared/contract/list-edit-procedures'
import { editQuestionList } from '../../shared/domain/list-edit/edit-question-list'
import { handOverAnswers } from '../../shared/domain/list-edit/hand-over-answers'
import type { ListEdit } from '../../shared/domain/list-edit/list-edit'
import { othersWithout, takenQuestion } from '../../shared/domain/list-edit/move-to-list'
import { relinkQuestion } from '../../shared/domain/list-edit/relink-question'
import { questionIdAt } from '../../shared/domain/question-id'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NoteService } from '../notes/note-service'
import type { ChangedNote, ListChanges } from './list-changes'
import type { StudyMerge, StudyMerges } from '../study/study-merges'
import { listEditOf, placeOf } from './list-edit-of'
import type { StoredQuestionList } from './question-list-store'
import { takenQuestionIds } from './taken-question-ids'

/** Changes question lists: each change is one of the list's file as it was seen, and can be taken back. */
export class ListEditService {
  readonly #notebooks: NotebookService
  readonly #notes: NoteService
  readonly #studyMerges: StudyMerges
  readonly #changes: ListChanges

  constructor(
    notebooks: NotebookService,
    notes: NoteService,
    studyMerges: StudyMerges,
    changes: ListChanges,
  ) {
    this.#notebooks = notebooks
    this.#notes = notes
    this.#studyMerges = studyMerges
    this.#changes = changes
  }

  /** @throws AppError `questions/list-not-found`, `questions/list-changed`, `questions/not-editable`, `storage/…`. */
  async edit(
    { listId, hash, edit: input }: { listId: string; hash: string; edit: ListEditInput },
    clientId: string,
  ): Promise<ListEditReport> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const list = listOf(notebook, listId)
    if (input.kind === 'remove-list') return this.#removeList(list, hash, clientId)
    if (input.kind === 'move-to-list') return this.#moveToList({ list, hash, edit: input }, clientId)
    const edit = listEditOf(input, () => freeId(notebook, list, input))
    const gone = goneQuestions(list, edit)
    const changed: ChangedNote[] = []
    let study: StudyMerge | undefined
    let written: { readonly before: string; readonly hash: string }
    try {
      written = await this.#changes.replace({ path: list.path, hash, clientId }, async file => {
        const { text, name, others } = file
        const next = editSafely(list.path, () => editQuestionList(text, name, edit, others))
        if (edit.kind === 'merge-questions') {
          // As long as either question has its own answers: they are part of how far it is.
          study = await this.#studyMerges.merge(edit, clientId)
          await this.#handOver(edit, changed, clientId)
        }
        return next
      })
    } catch (error) {
      await this.#changes.restoreNotes(changed, clientId)
      if (study !== undefined) await this.#studyMerges.takeBack(study, clientId)
      throw error
    }
    return {
      undoId: this.#changes.remember({
        lists: [{ kind: 'changed', path: list.path, ...written }],
        changed,
        study,
      }),
      questionId: edit.kind === 'add-question' ? edit.id : null,
      keptNotes: [...new Set(gone.flatMap(id => notebook.notes.answersOf(id)))],
      changedNotes: changed.map(({ path }) => path),
      brokenLinks: notebook.notes.linkingTo(gone.map(id => `^${id}`)),
    }
  }

  async #removeList(list: StoredQuestionList, hash: string, clientId: string): Promise<ListEditReport> {
    const { notes } = this.#notebooks.notebook
    const { path } = list
    const gone = list.sections.flatMap(({ questions }) => questions.map(({ id }) => id))
    const trashPath = await this.#changes.trash({ path, hash }, clientId)
    return {
      undoId: this.#changes.remember({ lists: [{ kind: 'trashed', path, trashPath }] }),
      questionId: null,
      keptNotes: [...new Set(gone.flatMap(id => notes.answersOf(id)))],
      changedNotes: [],
      brokenLinks: notes.linkingTo(gone.map(id => `^${id}`)),
    }
  }

  /** The other list gets it first: a crash between leaves the question in both, of which one is said to have its id. */
  async #moveToList(
    { list, hash, edit }: { list: StoredQuestionList; hash: string; edit: MoveToList },
    clientId: string,
  ): Promise<ListEditReport> {
    const { notebook } = this.#notebooks
    const { id } = edit
    const other = listOf(notebook, edit.list.id)
    if (other === list) throw new AppError('questions/not-editable', { path: list.path })
    const from = await notebook.listStore.read(list.path)
    if (from.hash !== hash) throw new AppError('questions/list-changed', { path: list.path })
    const question = editSafely(list.path, () => takenQuestion(from, id))
    const place = placeOf(edit.place)
    const into = { path: other.path, hash: edit.list.hash, clientId }
    const put = await this.#changes.replace(into, async ({ text, name, others }) =>
      editSafely(other.path, () =>
        editQuestionList(
          text,
          name,
          { kind: 'insert-question', place, ...question },
          othersWithout(others, id),
        ),
      ),
    )
    const changed: ChangedNote[] = []
    try {
      const taken = await this.#changes.replace(
        { path: list.path, hash, clientId },
        async ({ text, name, others }) => {
          const next = editSafely(list.path, () =>
            editQuestionList(text, name, { kind: 'remove-question', id }, othersWithout(others, id)),
          )
          const relink = (note: string, path: string): string =>
            relinkQuestion(note, path, { id, list: other, space: notebook })
          await this.#rewriteNotes(this.#linkingTo(id), relink, { changed, clientId })
          return next
        },
      )
      // The list that had the question gets it back before the other one loses it.
      const undoId = this.#changes.remember({
        lists: [
          { kind: 'changed', path: list.path, ...taken },
          { kind: 'changed', path: other.path, ...put },
        ],
        changed,
      })
      const changedNotes = changed.map(({ path }) => path)
      return { undoId, questionId: null, keptNotes: [], changedNotes, brokenLinks: [] }
    } catch (error) {
      await this.#changes.restoreNotes(changed, clientId)
      await this.#changes.replace({ ...into, hash: put.hash }, async () => put.before)
      throw error
    }
  }

  /** What answers and links to the one question does so to the other now. */
  async #handOver(
    { id, into }: Extract<ListEdit, { kind: 'merge-questions' }>,
    changed: ChangedNote[],
    clientId: string,
  ): Promise<void> {
    const paths = [...this.#notebooks.notebook.notes.answersOf(id), ...this.#linkingTo(id)]
    await this.#rewriteNotes(paths, text => handOverAnswers(text, id, into), { changed, clientId })
  }

  #linkingTo(id: string): string[] {
    return this.#notebooks.notebook.notes.linkingTo([`^${id}`])
  }

  async #rewriteNotes(
    paths: readonly string[],
    rewrite: (text: string, path: string) => string,
    { changed, clientId }: { readonly changed: ChangedNote[]; readonly clientId: string },
  ): Promise<void> {
    for (const path of new Set(paths)) {
      const { text: before, hash: baseHash } = await this.#notes.read(path)
      const text = editSafely(path, () => rewrite(before, path))
      if (text === before) continue
      const { hash } = await this.#notes.save({ path, text, baseHash }, clientId)
      changed.push({ path, before, hash })
    }
  }
}

type MoveToList = Extract<ListEditInput, { kind: 'move-to-list' }>

function listOf({ lists }: OpenNotebook, listId: string): StoredQuestionList {
  const list = lists.find(({ id }) => id === listId)
  if (list === undefined) throw new AppError('questions/list-not-found', { id: listId })
  return list
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

function editSafely<T>(path: string, edit: () => T): T {
  try {
    return edit()
  } catch (error) {
    throw error instanceof RangeError ? new AppError('questions/not-editable', { path }, error) : error
  }
}
