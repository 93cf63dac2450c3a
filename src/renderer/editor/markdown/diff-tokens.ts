/** A run of tokens of the old text that other ones of the new text stand for. All are indexes; ends are exclusive. */
export interface Hunk {
  readonly oldStart: number
  readonly oldEnd: number
  readonly newStart: number
  readonly newEnd: number
}

/** Beyond this many insertions and deletions two texts have little in common, and comparing them costs its square. */
const mostEdits = 1000

/**
 * The fewest changes that make `after` of `before`, in order (Myers, “An O(ND) difference algorithm and its variations”,
 * 1986); `undefined` when there are more than a thousand.
 */
export function diffTokens(before: readonly string[], after: readonly string[]): Hunk[] | undefined {
  const shared = Math.min(before.length, after.length)
  let start = 0
  while (start < shared && before[start] === after[start]) start += 1
  let end = 0
  while (end < shared - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const olds = before.slice(start, before.length - end)
  const news = after.slice(start, after.length - end)
  const trace = findPath(olds, news)
  return trace === undefined ? undefined : hunksOf(trace, olds.length, news.length, start)
}

/** For each number of edits how far each diagonal was reached before it; diagonals are counted from the middle. */
function findPath(olds: readonly string[], news: readonly string[]): Int32Array[] | undefined {
  const limit = Math.min(mostEdits, olds.length + news.length)
  const reached = new Int32Array(2 * limit + 3)
  const middle = limit + 1
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= limit; edits += 1) {
    trace.push(reached.slice(middle - edits - 1, middle + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let at = isInsertion(reached, middle, diagonal, edits)
        ? (reached[middle + diagonal + 1] ?? 0)
        : (reached[middle + diagonal - 1] ?? 0) + 1
      while (at < olds.length && at - diagonal < news.length && olds[at] === news[at - diagonal]) at += 1
      reached[middle + diagonal] = at
      if (at >= olds.length && at - diagonal >= news.length) return trace
    }
  }
  return undefined
}

/** Whether the farthest way onto a diagonal takes a new token, and not one away. */
function isInsertion(reached: Int32Array, middle: number, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true
  if (diagonal === edits) return false
  return (reached[middle + diagonal - 1] ?? 0) < (reached[middle + diagonal + 1] ?? 0)
}

/** Walks the path backwards; edits without an equal token between them are one hunk. */
function hunksOf(trace: readonly Int32Array[], oldLength: number, newLength: number, start: number): Hunk[] {
  const hunks: Hunk[] = []
  let [old, fresh] = [oldLength, newLength]
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const reached = trace[edits] ?? new Int32Array()
    const diagonal = old - fresh
    const from = isInsertion(reached, edits + 1, diagonal, edits) ? diagonal + 1 : diagonal - 1
    const oldFrom = reached[edits + 1 + from] ?? 0
    const freshFrom = oldFrom - from
    const isOld = from < diagonal
    const hunk = {
      oldStart: oldFrom + start,
      oldEnd: oldFrom + start + (isOld ? 1 : 0),
      newStart: freshFrom + start,
      newEnd: freshFrom + start + (isOld ? 0 : 1),
    }
    const next = hunks.at(-1)
    if (next?.oldStart === hunk.oldEnd && next.newStart === hunk.newEnd) {
      hunks[hunks.length - 1] = { ...next, oldStart: hunk.oldStart, newStart: hunk.newStart }
    } else hunks.push(hunk)
    old = oldFrom
    fresh = freshFrom
  }
  return hunks.reverse()
}
