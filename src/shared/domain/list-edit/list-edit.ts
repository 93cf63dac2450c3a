/** What a question says; hint and body are Markdown, undefined for none. */
export interface QuestionWording {
  /** Inline Markdown; line breaks become spaces. */
  readonly text: string
  readonly hint: string | undefined
  readonly body: string | undefined
}

/** Where a question goes: the section by its number, from 1, and the question before it; undefined for the first place. */
export interface QuestionPlace {
  readonly section: number
  readonly after: string | undefined
}

/** One change of a question list. Sections are named by their numbers, from 1. */
export type ListEdit =
  | {
      readonly kind: 'add-question'
      readonly id: string
      readonly place: QuestionPlace
      readonly wording: QuestionWording
    }
  /** A question of another list, with the lines that it has there. */
  | {
      readonly kind: 'insert-question'
      readonly id: string
      readonly place: QuestionPlace
      readonly lines: readonly string[]
      readonly wording: QuestionWording
    }
  | { readonly kind: 'change-question'; readonly id: string; readonly wording: QuestionWording }
  | { readonly kind: 'move-question'; readonly id: string; readonly place: QuestionPlace }
  /** `id` goes, and `into` gets the wording. */
  | {
      readonly kind: 'merge-questions'
      readonly id: string
      readonly into: string
      readonly wording: QuestionWording
    }
  | { readonly kind: 'remove-question'; readonly id: string }
  /** The new section follows the one with the number `after`; 0 for the first place. */
  | { readonly kind: 'add-section'; readonly after: number; readonly title: string }
  | { readonly kind: 'change-section'; readonly section: number; readonly title: string }
  | { readonly kind: 'move-section'; readonly section: number; readonly after: number }
  /** The questions of `section` follow those of `into`. */
  | { readonly kind: 'merge-sections'; readonly section: number; readonly into: number }
  | { readonly kind: 'remove-section'; readonly section: number }
  | { readonly kind: 'change-list'; readonly title: string }
