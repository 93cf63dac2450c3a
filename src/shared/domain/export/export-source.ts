import type { QuestionList } from '../question-list'
import type { LinkSpace } from '../resolve-link'

/** A note that is exported, without its text. */
export interface PlannedNote {
  readonly path: string
  readonly title: string
}

/** A note with its text; `body` is without front matter. */
export interface ExportNote extends PlannedNote {
  readonly body: string
}

/** What is exported, without the texts of notes. */
export interface ExportPlan<Note extends PlannedNote = PlannedNote> {
  readonly title: string
  readonly lists: readonly QuestionList[]
  /** Notes that answer a question, in the order in which they are shown. */
  readonly answersOf: (questionId: string) => readonly Note[]
  /** Notes that stand by themselves. */
  readonly otherNotes: readonly Note[]
  readonly links: LinkSpace
  /** Whether the notebook has a file at this relative path. */
  readonly hasFile: (path: string) => boolean
}

/** What is exported, all texts in memory. */
export type ExportSource = ExportPlan<ExportNote>

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
