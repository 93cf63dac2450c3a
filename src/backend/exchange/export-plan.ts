import { AppError } from '../../shared/contract/app-error'
import type { ExportScope } from '../../shared/contract/exchange-procedures'
import type { ExportPlan } from '../../shared/domain/export/export-source'
import { exportedStudy } from '../../shared/domain/export/exported-study'
import { exportWords, type ExportLanguage } from '../../shared/domain/export/export-words'
import { narrowLists } from '../../shared/domain/export/narrow-lists'
import { plainInline } from '../../shared/domain/markdown/parse-markdown'
import type { QuestionList } from '../../shared/domain/question-list'
import type { ResolvedLink } from '../../shared/domain/resolve-link'
import type { StudyEvent } from '../../shared/domain/study/study-event'
import { filesBelow } from '../files/files-below'
import { mapConcurrently } from '../files/map-concurrently'
import { pathInside } from '../files/path-inside'
import { withStorageErrors } from '../files/storage-error'
import type { IndexedNote } from '../notes/note-index'
import type { OpenNotebook } from '../notebook/open-notebook'

/** What is exported of a notebook, with how much of it is answered. */
export interface NotebookPlan extends ExportPlan<IndexedNote> {
  readonly questions: number
  readonly answered: number
  /** What its questions have in the study log. */
  readonly study: readonly StudyEvent[]
}

/**
 * What belongs to an export. No text is read.
 *
 * @throws AppError `questions/list-not-found`, `questions/section-not-found`, `questions/not-found`, `notes/not-found`,
 * `storage/…`.
 */
export async function planExport(
  notebook: OpenNotebook,
  scope: ExportScope,
  { include, language }: { readonly include: 'all' | 'answered'; readonly language: ExportLanguage },
): Promise<NotebookPlan> {
  const answersOf = (id: string): IndexedNote[] =>
    notebook.notes.answersOf(id).flatMap(path => notebook.notes.get(path) ?? [])
  const isAnswered = (id: string): boolean => answersOf(id).some(note => note.hasText)
  const chosen = choose(notebook, scope)
  const lists = include === 'all' ? chosen : narrowLists(chosen, isAnswered)
  const ids = lists.flatMap(list => list.sections.flatMap(section => section.questions.map(({ id }) => id)))
  const idSet = new Set<string>(ids)
  const present = await embeddableFiles(notebook)
  return {
    title: titleOf(notebook, scope, lists),
    words: exportWords[language],
    lists,
    answersOf,
    otherNotes: otherNotes(notebook, scope, include),
    isAlone: scope.kind === 'note' || (scope.kind === 'questions' && ids.length === 1),
    links: notebook,
    titleElsewhere: resolved => titleIn(notebook, resolved),
    hasFile: path => present.has(path),
    questions: ids.length,
    answered: ids.filter(isAnswered).length,
    study: exportedStudy(notebook.studyEvents, {
      isWholeNotebook: scope.kind === 'notebook' && include === 'all',
      hasQuestion: id => idSet.has(id),
    }),
  }
}

/** What an export is called: the notebook, or the part of it. */
export function titleOf(
  { info, notes }: OpenNotebook,
  scope: ExportScope,
  lists: readonly QuestionList[],
): string {
  switch (scope.kind) {
    case 'list':
      return lists[0]?.title ?? info.title
    case 'section':
      return lists[0]?.sections[0]?.title ?? info.title
    case 'note':
      return notes.get(scope.path)?.title ?? info.title
    case 'questions':
      return onlyQuestionOf(lists) ?? info.title
    default:
      return info.title
  }
}

function titleIn(notebook: OpenNotebook, resolved: ResolvedLink): string | undefined {
  switch (resolved.kind) {
    case 'note':
      return notebook.notes.get(resolved.path)?.title
    case 'list': {
      const list = notebook.lists.find(({ id }) => id === resolved.id)
      return list === undefined ? undefined : plainInline(list.title)
    }
    case 'question':
      return plainInline(notebook.question(resolved.id).question.text)
    default:
      return undefined
  }
}

function onlyQuestionOf(lists: readonly QuestionList[]): string | undefined {
  const questions = lists.flatMap(list => list.sections.flatMap(section => section.questions))
  const [question] = questions
  return question === undefined || questions.length > 1 ? undefined : plainInline(question.text)
}

/**
 * The lists of a scope, without what doesn't belong to it.
 *
 * @throws AppError `questions/list-not-found`, `questions/section-not-found`, `questions/not-found`.
 */
export function choose(notebook: OpenNotebook, scope: ExportScope): QuestionList[] {
  const { lists } = notebook
  switch (scope.kind) {
    case 'notebook':
      return [...lists]
    case 'note':
      return []
    case 'questions': {
      const unknown = scope.ids.find(id => !notebook.hasQuestion(id))
      if (unknown !== undefined) throw new AppError('questions/not-found', { id: unknown })
      const ids = new Set(scope.ids)
      return narrowLists(lists, id => ids.has(id))
    }
    case 'list':
    case 'section': {
      const list = lists.find(({ id }) => id === scope.listId)
      if (list === undefined) throw new AppError('questions/list-not-found', { id: scope.listId })
      if (scope.kind === 'list') return [list]
      const sections = list.sections.filter(({ number }) => number === scope.number)
      if (sections.length > 0) return [{ ...list, sections }]
      throw new AppError('questions/section-not-found', { id: scope.listId, number: scope.number })
    }
  }
}

function otherNotes(notebook: OpenNotebook, scope: ExportScope, include: 'all' | 'answered'): IndexedNote[] {
  if (scope.kind === 'note') {
    const note = notebook.notes.get(scope.path)
    if (note === undefined) throw new AppError('notes/not-found', { path: scope.path })
    return [note]
  }
  if (scope.kind !== 'notebook' || include === 'answered') return []
  return [...notebook.notes.all()]
    .filter(note => !note.answers.some(id => notebook.hasQuestion(id)))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Files that texts may embed; a symbolic link to a file outside of the notebook is none. */
async function embeddableFiles({ files, info }: OpenNotebook): Promise<Set<string>> {
  const folders = ['attachments', 'notes', 'questions']
  const paths = (await Promise.all(folders.map(folder => filesBelow(files, info.path, folder)))).flat()
  const inside = await mapConcurrently(
    paths.filter(path => !/\.md$/i.test(path)),
    32,
    async path => {
      const absolute = await withStorageErrors(path, () => pathInside(files, info.path, path))
      return absolute === undefined ? [] : [path]
    },
  )
  return new Set(inside.flat())
}
