import { changesBetween } from './changes-between'

/** A stretch of a text, in UTF-16 units. */
export type WordRange = readonly [start: number, end: number]

const word = /\p{Script=Han}|[\p{L}\p{N}_]+|\s+|[^]/gu

/** The words that each of two texts has and the other hasn't. */
export function changedWords(
  mine: string,
  theirs: string,
): { readonly mine: readonly WordRange[]; readonly theirs: readonly WordRange[] } {
  const [ours, others] = [mine.match(word) ?? [], theirs.match(word) ?? []]
  return {
    mine: rangesOf(ours, changesBetween(ours, others)),
    theirs: rangesOf(others, changesBetween(others, ours)),
  }
}

function rangesOf(
  words: readonly string[],
  stretches: readonly { readonly start: number; readonly end: number }[],
): WordRange[] {
  const starts = [0]
  for (const each of words) starts.push((starts.at(-1) ?? 0) + each.length)
  return stretches
    .filter(({ start, end }) => end > start)
    .map(({ start, end }): WordRange => [starts[start] ?? 0, starts[end] ?? 0])
}
