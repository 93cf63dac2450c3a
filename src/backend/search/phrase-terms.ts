import { fold } from './analysis/fold'
import { NoteAnalyzer, wordsOf } from './analysis/note-analyzer'
import { exactPrefix } from './analysis/term-prefixes'
import { isStopWord } from './analysis/words'
import type { PlannedPhrase } from './query-plan'
import { bodyField, searchFields } from './search-fields'
import type { TextRange } from './search-protocol'
import { termsOf } from './segments/analyzer'
import { findPhrase, type FieldOffsets, type PhraseWord } from './segments/phrase'
import { readText, type Segment } from './segments/segment'
import type { IndexedDocument } from './indexed-document'

/** Words that an unfinished last word of a phrase stands for. */
const mostEndings = 200

interface Slot {
  readonly term: string
  readonly isPrefix: boolean
  readonly start: number
  readonly end: number
}

/** Where a phrase stands in the documents of a segment, by `document * fieldCount + field`. */
export function locatePhrase(segment: Segment<IndexedDocument>, phrase: PlannedPhrase): FieldOffsets {
  const words = slotsOf(phrase).map(({ term, isPrefix, start, end }): PhraseWord => ({
    terms: isPrefix ? termsWithPrefix(segment, term) : [segment.terms.indexOf(term)].filter(at => at >= 0),
    start,
    end,
  }))
  const fieldCount = searchFields.length
  return findPhrase(segment, words, {
    fieldCount,
    acceptsField: field => phrase.fields?.includes(field) ?? true,
    textBetween: (key, start, end) => fieldText(segment, key, [start, end]),
  })
}

/** A piece of the text of a field, as it was indexed. `key` is `document * fieldCount + field`. */
function fieldText(segment: Segment<IndexedDocument>, key: number, [start, end]: TextRange): string {
  const document = Math.floor(key / searchFields.length)
  const field = key % searchFields.length
  if (field === bodyField) return readText(segment, document, start, end)
  const { title, tags, section } = segment.documents[document]!
  return [title, tags.join(' '), section][field]!.slice(start, end)
}

function slotsOf({ text, isUnfinished }: PlannedPhrase): Slot[] {
  const slots: Slot[] = []
  for (const { text: word, start, isCjk } of wordsOf(text)) {
    if (isCjk) slots.push(...pairSlots(word, start))
    else slots.push({ term: spelled(fold(word)), isPrefix: false, start, end: start + word.length })
  }
  const last = slots.at(-1)
  if (last !== undefined && isUnfinished && /[\p{L}\p{N}]$/u.test(text))
    slots[slots.length - 1] = { ...last, isPrefix: true }
  return slots
}

/** Of one character that stands alone every pair that it begins; of a longer run its pairs. */
function pairSlots(run: string, start: number): Slot[] {
  const slots: Slot[] = []
  const analyzer = new NoteAnalyzer()
  analyzer.analyze(run, (_, at) => {
    const { term } = termsOf(analyzer)[0]!
    slots.push({ term, isPrefix: false, start: start + at, end: start + at + term.length })
  })
  if (slots.length === 1) return slots.map(slot => ({ ...slot, isPrefix: true }))
  // The last character stands alone only where a run ends.
  return slots.slice(0, -1)
}

function spelled(word: string): string {
  return isStopWord(word) ? `~${word}` : exactPrefix + word
}

function termsWithPrefix({ terms }: Segment, prefix: string): number[] {
  const start = terms.lowerBound(prefix)
  const end = Math.min(terms.prefixEnd(prefix), start + mostEndings)
  return Array.from({ length: end - start }, (_, at) => start + at)
}
