/** One term that a piece of text is found by. */
export interface AnalyzedTerm {
  readonly term: string
  /** Where the term begins, in UTF-16 units from the start of its piece; `undefined` for a term without a position. */
  readonly offset: number | undefined
  /** Whether it counts in the length of its field, and is scored. */
  readonly isScored: boolean
}

/** Cuts text into pieces (words, most often), and says by which terms each of them is found. */
export interface Analyzer {
  /**
   * Calls `visit` for each piece of `text` in order, with the UTF-16 offset that it starts at. Pieces with the same text have
   * the same number; numbers begin at 0 and have few gaps.
   */
  analyze(text: string, visit: (piece: number, start: number) => void): void
  /** The terms of the piece that is being visited; where one is there more than once, in the order of its offsets. */
  termsOf(piece: number): readonly AnalyzedTerm[]
}
