/** A text whose line endings are all `\n`, and the way back to where it came from. */
export interface NormalizedText {
  readonly text: string
  /** The line ending that new text takes: the first one of the source. */
  readonly eol: '\n' | '\r\n'
  /** The offset in the source of an offset in `text`. An offset after a line break comes after both its characters. */
  toSource(offset: number): number
}

/** Turns `\r\n`, and the lone `\r` that ends lines too, into `\n`. */
export function normalizeLineEndings(source: string): NormalizedText {
  if (!source.includes('\r')) return { text: source, eol: '\n', toSource: offset => offset }
  const removed: number[] = []
  for (let at = source.indexOf('\r\n'); at >= 0; at = source.indexOf('\r\n', at + 2)) {
    removed.push(at - removed.length)
  }
  return {
    text: source.replace(/\r\n?/g, '\n'),
    eol: removed.length > 0 && source.indexOf('\n') === source.indexOf('\r\n') + 1 ? '\r\n' : '\n',
    toSource: offset => offset + countBelow(removed, offset),
  }
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}
