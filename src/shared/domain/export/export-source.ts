import type { QuestionList } from '../question-list'
import type { LinkSpace } from '../resolve-link'

/** A note as the export needs it. `body` is without front matter. */
export interface ExportNote {
  readonly path: string
  readonly title: string
  readonly body: string
}

/** What is exported. */
export interface ExportSource {
  readonly title: string
  readonly lists: readonly QuestionList[]
  /** Notes that answer a question, in the order in which they are shown. */
  readonly answersOf: (questionId: string) => readonly ExportNote[]
  /** Notes that answer nothing. */
  readonly otherNotes: readonly ExportNote[]
  readonly links: LinkSpace
  /** Whether the notebook has a file at this relative path. */
  readonly hasFile: (path: string) => boolean
}

/** What a text refers to and can't have; `path` is the note's or the list's. */
export interface UnresolvedTarget {
  readonly path: string
  readonly target: string
}

/** The source without the questions that have no answer, and without sections and notes that none is about. */
export function onlyAnswered(source: ExportSource): ExportSource {
  const lists = source.lists.map(list => ({
    ...list,
    sections: list.sections
      .map(section => ({
        ...section,
        questions: section.questions.filter(question => hasAnswer(source, question.id)),
      }))
      .filter(section => section.questions.length > 0),
  }))
  return { ...source, lists: lists.filter(list => list.sections.length > 0), otherNotes: [] }
}

/** Whether a note says anything about the question. */
export function hasAnswer(source: ExportSource, questionId: string): boolean {
  return source.answersOf(questionId).some(note => note.body.trim() !== '')
}
