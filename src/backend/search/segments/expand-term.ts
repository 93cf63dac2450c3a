import { isWithinEdits, letterMask, mayBeWithinEdits } from './edit-distance'
import { findTerm, type StoredDocument } from './segment'
import type { SegmentIndex } from './segment-index'
import { visitMergedTerms } from './visit-merged-terms'

/** A term of the index, with its index in each segment, or -1. */
export interface FoundTerm {
  readonly term: string
  readonly indexes: Int32Array
}

/** The term itself, if any document has it. */
export function findIn(index: SegmentIndex<StoredDocument>, term: string): FoundTerm | undefined {
  const indexes = Int32Array.from(index.segments, ({ segment }) => findTerm(segment, term))
  return indexes.some(at => at >= 0) ? { term, indexes } : undefined
}

/** Every term that starts with `prefix`, in order. */
export function expandPrefix(index: SegmentIndex<StoredDocument>, prefix: string): FoundTerm[] {
  const found: FoundTerm[] = []
  visitMergedTerms(termLists(index), prefix, (term, indexes) => {
    found.push({ term, indexes: indexes.slice() })
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
      found.push({ term, indexes: indexes.slice() })
    }
    return true
  })
  return found
}

function termLists(index: SegmentIndex<StoredDocument>): (readonly string[])[] {
  return index.segments.map(({ segment }) => segment.terms)
}
