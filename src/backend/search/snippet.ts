import { rangesOf, type WordMatch, type WordMatcher } from './match-words'
import type { SearchSnippet } from './search-protocol'

const snippetLength = 180
/** Longer texts are looked at in a window around the places that the index knows. */
const mostScanned = 8000

/** What snippets are made of: a text of which pieces can be had. */
export interface SnippetSource {
  readonly length: number
  readonly slice: (start: number, end: number) => string
  /** Offsets of matches as the index has them, sorted; asked for only in a long text. */
  readonly offsets: () => readonly number[]
  /** Where the query's phrases stand: they go before single words. */
  readonly phraseOffsets: readonly number[]
}

/** The piece of a text that has the most of what is searched for. */
export function createSnippet(source: SnippetSource, matcher: WordMatcher): SearchSnippet {
  return createSnippets(source, matcher, 1)[0] ?? beginning(source)
}

/** Up to `limit` pieces that don't overlap, in the order of the text. */
export function createSnippets(source: SnippetSource, matcher: WordMatcher, limit: number): SearchSnippet[] {
  const windowStart = scanStart(source)
  const windows: { start: number; end: number }[] = []
  const isWhole = source.length <= mostScanned
  for (
    let from = isWhole ? 0 : windowStart;
    from < source.length && windows.length < limit;
    from += mostScanned
  ) {
    const scanned = source.slice(from, from + mostScanned)
    const phrases = source.phraseOffsets.map(offset => offset - from)
    for (const start of bestPlaces(matcher.find(scanned), phrases, limit - windows.length)) {
      windows.push(windowAround(source, from + start))
    }
    if (limit === 1) break
  }
  return windows
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => snippetOf(source, { start, end }, matcher))
}

function beginning(source: SnippetSource): SearchSnippet {
  const end = wordEnd(source, Math.min(source.length, snippetLength))
  return { text: tidy(source.slice(0, end)) + (end < source.length ? ' …' : ''), highlights: [], match: '' }
}

function snippetOf(
  source: SnippetSource,
  { start, end }: { start: number; end: number },
  matcher: WordMatcher,
): SearchSnippet {
  const lead = start > 0 ? '… ' : ''
  const tail = end < source.length ? ' …' : ''
  const text = lead + tidy(source.slice(start, end)) + tail
  const matches = matcher.find(text)
  const [first] = matches
  return { text, highlights: rangesOf(matches), match: first === undefined ? '' : text.slice(...first.range) }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Where to look in a long text: a little before the place where most matches are near each other. */
function scanStart(source: SnippetSource): number {
  if (source.length <= mostScanned) return 0
  const [phrase] = source.phraseOffsets
  const offsets = source.offsets()
  const at = phrase ?? densest(offsets)
  return Math.max(0, at - snippetLength)
}

function densest(offsets: readonly number[]): number {
  let best = { count: 0, at: 0 }
  for (let first = 0, last = 0; first < offsets.length; first += 1) {
    while (last < offsets.length && offsets[last]! <= offsets[first]! + snippetLength) last += 1
    if (last - first > best.count) best = { count: last - first, at: offsets[first]! }
  }
  return best.at
}

/** Where the windows start that have the most different words, then the most matches; best first, none over another. */
function bestPlaces(matches: readonly WordMatch[], phrases: readonly number[], limit: number): number[] {
  const worths = worthOfWindows(matches, phrases)
  const chosen: number[] = []
  while (chosen.length < limit) {
    let best = -1
    for (let at = 0; at < matches.length; at += 1) {
      if (best >= 0 && worths[at]! <= worths[best]!) continue
      const start = matches[at]!.range[0]
      if (chosen.every(other => Math.abs(other - start) >= snippetLength)) best = at
    }
    if (best < 0) break
    chosen.push(matches[best]!.range[0])
  }
  return chosen
}

/** So many matches of a window are looked at. */
const mostCounted = 40

/** Of the window that starts with each match. */
function worthOfWindows(matches: readonly WordMatch[], phrases: readonly number[]): number[] {
  /** By word: the last window that it was counted in. */
  const countedIn: number[] = []
  let end = 0
  return matches.map(({ range: [start] }, first) => {
    end = Math.max(end, first + 1)
    while (end < matches.length && matches[end]!.range[1] <= start + snippetLength * 0.75) end += 1
    const count = Math.min(end - first, mostCounted)
    let words = 0
    for (let at = first; at < first + count; at += 1) {
      const { word } = matches[at]!
      if (countedIn[word] !== first) words += 1
      countedIn[word] = first
    }
    return words * 100 + count + (phrases.includes(start) ? 10_000 : 0)
  })
}

function windowAround(source: SnippetSource, at: number): { start: number; end: number } {
  const start = wordStart(source, Math.max(0, at - Math.floor(snippetLength * 0.2)))
  return { start, end: wordEnd(source, Math.min(source.length, start + snippetLength)) }
}

function wordStart(source: SnippetSource, at: number): number {
  if (at === 0) return 0
  const space = source.slice(at, at + 20).search(/\s/)
  return space < 0 ? characterStart(source, at) : at + space + 1
}

function wordEnd(source: SnippetSource, at: number): number {
  if (at >= source.length) return source.length
  const space = source.slice(at, at + 20).search(/\s/)
  return space < 0 ? characterStart(source, at) : at + space
}

/** `at`, or one before it where it would divide a surrogate pair. */
function characterStart(source: SnippetSource, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(source.slice(at, at + 1)) ? at - 1 : at
}
