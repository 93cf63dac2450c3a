import { countOccurrences } from './count-occurrences'
import { isWithinEdits, letterMask, mayBeWithinEdits } from './edit-distance'
import { findTerm, type StoredDocument } from './segment'
import type { SegmentIndex } from './segment-index'
import { visitMergedTerms } from './visit-merged-terms'

/** A term that documents of the index have. */
export interface FoundTerm {
  readonly term: string
  /** Its index in each segment, or -1. */
  readonly indexes: readonly number[]
  /** In how many fields of documents it occurs. */
  readonly occurrences: number
}

/** The term itself, if any document has it. */
export function findIn(index: SegmentIndex<StoredDocument>, term: string): FoundTerm | undefined {
  const indexes = index.segments.map(({ segment }) => findTerm(segment, term))
  const occurrences = countOccurrences(index, indexes)
  return occurrences > 0 ? { term, indexes, occurrences } : undefined
}

/** Every term that starts with `prefix`, in order. */
export function expandPrefix(index: SegmentIndex<StoredDocument>, prefix: string): FoundTerm[] {
  const found: FoundTerm[] = []
  visitMergedTerms(termLists(index), prefix, (term, indexes) => {
    const occurrences = countOccurrences(index, indexes)
    if (occurrences > 0) found.push({ term, indexes: indexes.slice(), occurrences })
    return true
  })
  return found
}

/**
 * Every term that starts with `namespace` and whose rest is at most `distance` edits from `word` (as
 * `lunr.TokenSet.fromFuzzyString`): a scan, which a mask of letters keeps short.
 */
export function expandFuzzy(
  index: SegmentIndex<StoredDocument>,
  { word, namespace, distance }: { word: string; namespace: string; distance: 1 | 2 },
): FoundTerm[] {
  const found: FoundTerm[] = []
  const wanted = { word, mask: letterMask(word) }
  visitMergedTerms(termLists(index), namespace, (term, indexes) => {
    const rest = term.slice(namespace.length)
    if (mayBeWithinEdits(wanted, rest, distance) && isWithinEdits(word, rest, distance)) {
      const occurrences = countOccurrences(index, indexes)
      if (occurrences > 0) found.push({ term, indexes: indexes.slice(), occurrences })
    }
    return true
  })
  return found
}

function termLists(index: SegmentIndex<StoredDocument>): (readonly string[])[] {
  return index.segments.map(({ segment }) => segment.terms)
}
