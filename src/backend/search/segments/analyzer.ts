/** One term that a piece of text is found by. */
export interface AnalyzedTerm {
  readonly term: string
  /** The same for equal terms of one analyzer, from 0 on without gaps. */
  readonly id: number
  /** Where the term begins, in UTF-16 units from the start of its token; `undefined` for a term without a position. */
  readonly offset: number | undefined
  /** Whether it counts in the length of its field, and is scored. */
  readonly isScored: boolean
}

/** Cuts text into tokens, and each of them into terms. */
export interface Analyzer {
  /** Calls `visit` for each token of `text` in order, with the UTF-16 offset that it starts at. */
  analyze(text: string, visit: (terms: readonly AnalyzedTerm[], start: number) => void): void
}
