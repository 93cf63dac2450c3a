import { diffIndices } from 'node-diff3'

/** A stretch of a text, in UTF-16 units. */
export type WordRange = readonly [start: number, end: number]

const mostWords = 1500
const word = /\p{Script=Han}|[\p{L}\p{N}_]+|\s+|[^]/gu

/** The words that each of two texts has and the other hasn't; none when they are too long to be compared. */
export function changedWords(
  mine: string,
  theirs: string,
): { readonly mine: readonly WordRange[]; readonly theirs: readonly WordRange[] } {
  const [ours, others] = [mine.match(word) ?? [], theirs.match(word) ?? []]
  if (ours.length > mostWords || others.length > mostWords) return { mine: [], theirs: [] }
  const differences = diffIndices([...ours], [...others])
  return {
    mine: rangesOf(
      ours,
      differences.map(({ buffer1 }) => buffer1),
    ),
    theirs: rangesOf(
      others,
      differences.map(({ buffer2 }) => buffer2),
    ),
  }
}

function rangesOf(
  words: readonly string[],
  stretches: readonly (readonly [start: number, length: number])[],
): WordRange[] {
  const starts = [0]
  for (const each of words) starts.push((starts.at(-1) ?? 0) + each.length)
  return stretches
    .filter(([, length]) => length > 0)
    .map(([start, length]): WordRange => [starts[start] ?? 0, starts[start + length] ?? 0])
}
