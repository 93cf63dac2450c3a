import type { QuestionList } from '../question-list'
import type { LinkSpace, ResolvedLink } from '../resolve-link'
import type { ExportWords } from './export-words'

/** A note that is exported, without its text. */
export interface PlannedNote {
  readonly path: string
  readonly title: string
  /** Of its text, in order, with their marks. */
  readonly headings: readonly { readonly text: string }[]
}

/** What is exported, without the texts of notes. */
export interface ExportPlan<Note extends PlannedNote = PlannedNote> {
  readonly title: string
  readonly words: ExportWords
  readonly lists: readonly QuestionList[]
  /** Notes that answer a question, in the order in which they are shown. */
  readonly answersOf: (questionId: string) => readonly Note[]
  /** Notes that stand by themselves. */
  readonly otherNotes: readonly Note[]
  /** Whether one note or one question was asked for: it stands alone, without its number, chapters and contents. */
  readonly isAlone?: boolean
  readonly links: LinkSpace
  /** What the notebook calls a note, a question or a list that is not exported. */
  readonly titleElsewhere?: (resolved: ResolvedLink) => string | undefined
  /** Whether the notebook has a file at this relative path. */
  readonly hasFile: (path: string) => boolean
}

/** What a text refers to and can't have; `path` is the note's or the list's. */
export interface UnresolvedTarget {
  readonly path: string
  readonly target: string
}
