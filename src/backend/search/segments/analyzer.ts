/** One term that a piece of text is found by. */
export interface AnalyzedTerm {
  readonly term: string
  /** Where the term begins, in UTF-16 units from the start of its piece; `undefined` for a term without a position. */
  readonly offset: number | undefined
  /** Whether it counts in the length of its field, and is scored. */
  readonly isScored: boolean
}

/**
 * Is called for a term, which is the first `length` of `units` during the call.
 *
 * @param offset as in `AnalyzedTerm`; `noOffset` for a term without a position.
 */
export type VisitTerm = (units: Uint16Array, length: number, offset: number, isScored: boolean) => void

export const noOffset = -1

/** Cuts text into pieces (words, most often), and says by which terms each of them is found. */
export interface Analyzer {
  /**
   * Calls `visit` for each piece of `text` in order, with the UTF-16 offset that it starts at. Pieces with the same text have
   * the same number; numbers begin at 0 and have few gaps.
   */
  analyze(text: string, visit: (piece: number, start: number) => void): void
  /** Visits the terms of the piece that is being visited; one that is there more than once in the order of its offsets. */
  visitTerms(visit: VisitTerm): void
}

/** The terms of the piece that an analyzer is visiting. */
export function termsOf(analyzer: Pick<Analyzer, 'visitTerms'>): AnalyzedTerm[] {
  const terms: AnalyzedTerm[] = []
  analyzer.visitTerms((units, length, offset, isScored) => {
    const term = String.fromCharCode(...units.subarray(0, length))
    terms.push({ term, offset: offset === noOffset ? undefined : offset, isScored })
  })
  return terms
}

/** Units of a term that a string has; they are written over with the next one. */
let units = new Uint16Array(64)

/** Has a term that is a string visited. */
export function visitString({ term, offset, isScored }: AnalyzedTerm, visit: VisitTerm): void {
  if (term.length > units.length) units = new Uint16Array(2 * term.length)
  for (let at = 0; at < term.length; at += 1) units[at] = term.charCodeAt(at)
  visit(units, term.length, offset ?? noOffset, isScored)
}
