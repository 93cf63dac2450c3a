import type { QueryTerms } from './lunr-index'
import type { TextRange } from './search-protocol'
import { fold, startsWithCjk, stemOf } from './tokens'

const snippetLength = 180
const mostScanned = 200_000
const cjk = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]'
/** One CJK character, or a word without any. */
const pieces = new RegExp(`${cjk}|(?:(?!${cjk})[\\p{L}\\p{M}\\p{N}_])+[+#]*`, 'gu')

/** The piece of `text` with the most matches, white space collapsed, and where they are in it. */
export function createSnippet(text: string, terms: QueryTerms): { snippet: string; highlights: TextRange[] } {
  const scanned = text.slice(0, mostScanned)
  const window = bestWindow(scanned, findMatches(scanned, terms))
  const lead = window.start > 0 ? '… ' : ''
  const tail = window.end < text.length ? ' …' : ''
  const snippet = lead + text.slice(window.start, window.end).replace(/\s+/g, ' ').trim() + tail
  return { snippet, highlights: findMatches(snippet, terms) }
}

/** Ranges of `text` that the query's words match; neighbours are joined. */
export function findMatches(text: string, { tokens, prefix }: QueryTerms): TextRange[] {
  const stems = new Set(tokens.filter(token => !token.isCjk).map(token => stemOf(token.term)))
  const pairs = new Set(tokens.filter(token => token.isCjk).map(token => token.term))
  const ranges: TextRange[] = []
  let previous: { character: string; start: number; end: number } | undefined
  for (const match of text.matchAll(pieces)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const folded = fold(match[0])
    if (!startsWithCjk(match[0])) {
      previous = undefined
      const isPrefix = prefix !== undefined && folded.startsWith(prefix)
      if (isPrefix || stems.has(stemOf(folded))) ranges.push([start, end])
      continue
    }
    if (pairs.has(folded)) ranges.push([start, end])
    if (previous?.end === start && pairs.has(previous.character + folded))
      addRange(ranges, [previous.start, end])
    previous = { character: folded, start, end }
  }
  return ranges
}

function addRange(ranges: TextRange[], range: TextRange): void {
  const last = ranges.at(-1)
  if (last !== undefined && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
  else ranges.push(range)
}

function bestWindow(text: string, matches: readonly TextRange[]): { start: number; end: number } {
  let best = { count: 0, start: 0 }
  for (let first = 0, last = 0; first < matches.length; first += 1) {
    const from = matches[first]?.[0] ?? 0
    while ((matches[last + 1]?.[1] ?? Infinity) <= from + snippetLength * 0.75) last += 1
    if (last - first + 1 > best.count) best = { count: last - first + 1, start: from }
  }
  const start = wordStart(text, Math.max(0, best.start - Math.floor(snippetLength * 0.2)))
  return { start, end: wordEnd(text, Math.min(text.length, start + snippetLength)) }
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.slice(at, at + 20).search(/\s/)
  return space < 0 ? characterStart(text, at) : at + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(at, at + 20).search(/\s/)
  return space < 0 ? characterStart(text, at) : at + space
}

/** `at`, or one before it where it would divide a surrogate pair. */
function characterStart(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}
