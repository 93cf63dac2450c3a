import { diffArrays, diffLines, type ChangeObject } from 'diff'

/** A piece of a line; changed is what the other text doesn't have in this place. */
export interface ComparedPiece {
  readonly text: string
  readonly isChanged: boolean
}

/** A line of two texts compared, without its line break: of the earlier one only, of the later one only, or of both. */
export interface ComparedLine {
  readonly kind: 'earlier' | 'later' | 'same'
  readonly pieces: readonly ComparedPiece[]
}

/** Line endings, and whether the last line has one, are no difference to a reader. */
const lineOptions = { timeout: 1000, stripTrailingCr: true, ignoreNewlineAtEof: true }
const wordTimeoutMs = 40
/** Pairs of longer lines are not compared word by word. */
const longestLine = 8000
/** Of lines that share less than this part of their words, no words are marked. */
const leastShared = 0.3

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * Compares two texts by lines, and lines that were changed by words. Words are those of Unicode, so that Chinese is
 * compared by words too. Texts that are too different to be compared in a second are given one after the other.
 */
export function compareTexts(earlier: string, later: string): ComparedLine[] {
  const changes = diffLines(earlier, later, lineOptions) ?? [
    { removed: true, added: false, value: earlier, count: 1 },
    { removed: false, added: true, value: later, count: 1 },
  ]
  return changes.flatMap((change, index) => {
    if (change.removed) return comparedPair(linesOf(change), addedAfter(changes, index))
    if (change.added && changes[index - 1]?.removed === true) return []
    return linesOf(change).map(line => whole(change.added ? 'later' : 'same', line))
  })
}

function addedAfter(changes: readonly ChangeObject<string>[], index: number): string[] {
  const next = changes[index + 1]
  return next?.added === true ? linesOf(next) : []
}

function linesOf({ value }: ChangeObject<string>): string[] {
  const lines = value.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** Lines that stand for each other are marked word by word; the earlier ones come first. */
function comparedPair(removed: readonly string[], added: readonly string[]): ComparedLine[] {
  const pairs = removed.map((line, index) => {
    const other = added[index]
    return other === undefined ? undefined : compareWords(line, other)
  })
  return [
    ...removed.map((line, index) => pairs[index]?.[0] ?? whole('earlier', line)),
    ...added.map((line, index) => pairs[index]?.[1] ?? whole('later', line)),
  ]
}

function compareWords(earlier: string, later: string): readonly [ComparedLine, ComparedLine] | undefined {
  if (Math.max(earlier.length, later.length) > longestLine) return undefined
  const changes = diffArrays(wordsOf(earlier), wordsOf(later), { timeout: wordTimeoutMs })
  if (changes === undefined) return undefined
  const shared = changes.filter(({ added, removed }) => !added && !removed)
  const sharedLength = shared.reduce((sum, { value }) => sum + value.join('').trim().length, 0)
  if (sharedLength < leastShared * Math.max(earlier.length, later.length)) return undefined
  const side = (kind: 'earlier' | 'later'): ComparedLine => ({
    kind,
    pieces: changes
      .filter(({ added, removed }) => (kind === 'earlier' ? !added : !removed))
      .map(({ value, added, removed }) => ({ text: value.join(''), isChanged: added || removed })),
  })
  return [side('earlier'), side('later')]
}

function wordsOf(line: string): string[] {
  return [...segmenter.segment(line)].map(({ segment }) => segment)
}

function whole(kind: ComparedLine['kind'], text: string): ComparedLine {
  return { kind, pieces: [{ text, isChanged: false }] }
}
