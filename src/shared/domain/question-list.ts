import type { QuestionId } from './question-id'

/**
 * A question of a list.
 *
 * `text` is the question itself: inline Markdown on one line, without its block id.
 */
export interface Question {
  readonly id: QuestionId
  /** False while the id exists in memory only: the file gets it when the app first writes the list. */
  readonly hasStoredId: boolean
  /** Position within its section, from 1. */
  readonly number: number
  readonly text: string
  /** Markdown, without the word "Hint:". */
  readonly hint: string | undefined
  /** Markdown nested under the item that is no hint, for example quoted prompts to choose from. */
  readonly body: string | undefined
  /** 1-based line of the item in the list's file. */
  readonly line: number
}

/** A chapter of a question list; `number` is its position in the list, from 1. */
export interface Section {
  readonly number: number
  readonly title: string
  readonly questions: readonly Question[]
}

/** One Markdown file under `questions/`. */
export interface QuestionList {
  /** Unique in the notebook, also the file's name without `.md`. */
  readonly id: string
  readonly title: string
  readonly language: string | undefined
  /** Where the list comes from, in words. */
  readonly source: string | undefined
  readonly sections: readonly Section[]
}
