import { countOccurrences, countsIn } from './count-occurrences'
import { isWithinEdits, letterMask, mayBeWithinEdits } from './edit-distance'
import type { TermRun } from './score-documents'
import type { StoredDocument } from './segment'
import type { SegmentIndex } from './segment-index'
import type { TermList } from './term-list'
import { mergedTerm, visitMergedTerms } from './visit-merged-terms'

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
  const indexes = index.segments.map(({ segment }) => segment.terms.indexOf(term))
  const occurrences = countOccurrences(index, indexes)
  return occurrences > 0 ? { term, indexes, occurrences } : undefined
}

/** Whether any document has a term that starts with `prefix`. */
export function hasPrefix(index: SegmentIndex<StoredDocument>, prefix: string): boolean {
  let isFound = false
  visitMergedTerms(termLists(index), prefix, indexes => {
    isFound = countOccurrences(index, indexes) > 0
    return !isFound
  })
  return isFound
}

/** Every term that starts with `prefix`, as a run; `size` is how many of them documents have. */
export function prefixRun(
  index: SegmentIndex<StoredDocument>,
  prefix: string,
): TermRun & { readonly size: number } {
  const lists = termLists(index)
  const starts = lists.map(terms => terms.lowerBound(prefix))
  const ends = lists.map(terms => terms.prefixEnd(prefix))
  const occurrences = starts.map((start, at) => new Uint32Array(ends[at]! - start))
  const filled = occurrences.filter(({ length }) => length > 0)
  let size = 0
  if (filled.length === 1) {
    const at = occurrences.indexOf(filled[0]!)
    const counts = countsIn(index.segments[at]!, { start: starts[at]!, end: ends[at]! }, index.fieldCount)
    occurrences[at] = counts
    for (const count of counts) if (count > 0) size += 1
    return { starts, ends, occurrences, size }
  }
  visitMergedTerms(lists, prefix, indexes => {
    const count = countOccurrences(index, indexes)
    if (count > 0) size += 1
    for (let at = 0; at < indexes.length; at += 1) {
      if (indexes[at]! >= 0) occurrences[at]![indexes[at]! - starts[at]!] = count
    }
    return true
  })
  return { starts, ends, occurrences, size }
}

/** A single term as a run. */
export function runOf({ indexes, occurrences }: FoundTerm): TermRun {
  return {
    starts: indexes.map(at => Math.max(0, at)),
    ends: indexes.map(at => at + 1),
    occurrences: indexes.map(at => (at < 0 ? new Uint32Array(0) : Uint32Array.of(occurrences))),
  }
}

/** Every term that starts with `prefix`, in order. */
export function expandPrefix(index: SegmentIndex<StoredDocument>, prefix: string): FoundTerm[] {
  const found: FoundTerm[] = []
  const lists = termLists(index)
  visitMergedTerms(lists, prefix, indexes => {
    const occurrences = countOccurrences(index, indexes)
    if (occurrences > 0)
      found.push({ term: mergedTerm(lists, indexes), indexes: indexes.slice(), occurrences })
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
  const wanted = { word, mask: letterMask(word) }
  const near = new Set<string>()
  for (const terms of termLists(index)) {
    const end = terms.prefixEnd(namespace)
    for (let at = terms.lowerBound(namespace); at < end; at += 1) {
      const from = terms.starts[at]! + namespace.length
      const to = terms.starts[at + 1]!
      if (!mayBeWithinEdits(wanted, distance, { units: terms.units, from, to })) continue
      const term = terms.at(at)!
      if (isWithinEdits(word, term.slice(namespace.length), distance)) near.add(term)
    }
  }
  return [...near].sort().flatMap(term => findIn(index, term) ?? [])
}

function termLists(index: SegmentIndex<StoredDocument>): TermList[] {
  return index.segments.map(({ segment }) => segment.terms)
}
