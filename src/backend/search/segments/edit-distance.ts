/** A set of the letters of a word as bits: letters share bits, so that equal masks say little, but unequal ones much. */
export function letterMask(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask
}

/**
 * A quick test that leaves out most words: one edit changes the length by at most one and the letters by at most two. The other
 * word is given by its units.
 */
export function mayBeWithinEdits(
  { word, mask }: { readonly word: string; readonly mask: number },
  distance: number,
  {
    units,
    from,
    to,
  }: { readonly units: Uint8Array | Uint16Array; readonly from: number; readonly to: number },
): boolean {
  if (Math.abs(word.length - (to - from)) > distance) return false
  let other = 0
  for (let at = from; at < to; at += 1) other |= 1 << (units[at]! & 31)
  return bitCount(mask ^ other) <= 2 * distance
}

/**
 * Whether `a` becomes `b` by at most `distance` insertions, deletions, substitutions and exchanges of neighbours
 * (optimal string alignment: no piece is edited twice).
 */
export function isWithinEdits(a: string, b: string, distance: number): boolean {
  if (Math.abs(a.length - b.length) > distance) return false
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    let best = row
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1]
      let edits = Math.min(
        previous[column - 1]! + (isSame ? 0 : 1),
        previous[column]! + 1,
        current[column - 1]! + 1,
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        edits = Math.min(edits, beforePrevious[column - 2]! + 1)
      }
      current.push(edits)
      best = Math.min(best, edits)
    }
    if (best > distance) return false
    beforePrevious = previous
    previous = current
  }
  return previous[b.length]! <= distance
}

function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
