import type { ComparedPiece } from '../../shared/contract/study-procedures'
import { NoteAnalyzer, wordsOf } from './analysis/note-analyzer'
import { widthAt } from './analysis/scan-words'
import { exactPrefix, stopPrefix } from './analysis/term-prefixes'
import { termsOf } from './segments/analyzer'

/**
 * A text in pieces: those whose words the other text has, in any form that the search takes for the same word and at any
 * place, and those that it lacks. Stop words are never lacking. All pieces together are the text.
 */
export function markMissing(text: string, other: string): ComparedPiece[] {
  const known = allTerms(other)
  const has = (token: string): boolean => ownTerms(token).every(term => known.has(term))
  const pieces: ComparedPiece[] = []
  let shownTo = 0
  const add = (end: number, isMissing: boolean): void => {
    const piece = text.slice(shownTo, end)
    const last = pieces.at(-1)
    if (last !== undefined && (last.isMissing === isMissing || piece === '')) last.text += piece
    else if (piece !== '') pieces.push({ text: piece, isMissing })
    shownTo = end
  }
  for (const [start, end] of missingSpans(text, has)) {
    // What only spaces part is one piece.
    const isNear = pieces.at(-1)?.isMissing === true && /^\s*$/.test(text.slice(shownTo, start))
    add(start, isNear)
    add(end, true)
  }
  add(text.length, false)
  return pieces
}

/** Spans of words and CJK characters that the other text lacks. */
function* missingSpans(
  text: string,
  has: (token: string) => boolean,
): Generator<[start: number, end: number]> {
  for (const { text: run, start, isCjk } of wordsOf(text)) {
    if (!isCjk) {
      if (!has(run)) yield [start, start + run.length]
      continue
    }
    yield* missingCharacters(run, start, has)
  }
}

/** CJK characters of a run without any pair that the other text has. */
function* missingCharacters(
  run: string,
  runStart: number,
  has: (token: string) => boolean,
): Generator<[start: number, end: number]> {
  let isPairBeforeKnown = false
  for (let at = 0; at < run.length;) {
    const next = at + widthAt(run, at)
    const isPairKnown = next < run.length && has(run.slice(at, next + widthAt(run, next)))
    if (!isPairKnown && !isPairBeforeKnown) yield [runStart + at, runStart + next]
    isPairBeforeKnown = isPairKnown
    at = next
  }
}

const analyzer = new NoteAnalyzer()
const mostRemembered = 50_000

/** The stem or pair of one token; none for a stop word. A name is compared as a whole. */
function ownTerms(token: string): string[] {
  return [...allTerms(token)].slice(0, 1)
}

function allTerms(text: string): Set<string> {
  if (analyzer.size > mostRemembered) analyzer.forget()
  const found = new Set<string>()
  analyzer.analyze(text, () => {
    for (const { term } of termsOf(analyzer)) {
      if (!term.startsWith(exactPrefix) && !term.startsWith(stopPrefix)) found.add(term)
    }
  })
  return found
}
