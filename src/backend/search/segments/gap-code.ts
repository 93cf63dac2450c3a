const letterOrDigit = /[\p{L}\p{N}]/u

const isUnknown = 0
const isBreak = 1
const isSign = 2
/** By UTF-16 unit, as far as they have been met. */
const kinds = new Uint8Array(0x10000)

/** Bits that a gap's code takes. */
export const gapBits = 2
/** The code for a gap of so many units or more: all of the bits. */
export const longGap = 3

/**
 * How many UTF-16 units right before an offset are no letters or digits: 0, 1, 2, or `longGap` for any more. Stored with a
 * position it tells whether a word follows another one without a look at the text.
 */
export function gapBefore(text: string, offset: number): number {
  let at = offset
  while (at > 0 && offset - at < longGap) {
    const unit = text.charCodeAt(at - 1)
    const kind = kinds[unit]! === isUnknown ? kindBefore(text, at) : kinds[unit]!
    if (kind === isSign) break
    at -= kind === isBreak ? 1 : 2
  }
  return Math.min(longGap, offset - at)
}

const isPairOfBreak = 3

function kindBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1)
  if (unit < 0xd800 || unit >= 0xe000)
    return (kinds[unit] = letterOrDigit.test(text.charAt(at - 1)) ? isSign : isBreak)
  const pair = text.slice(Math.max(0, at - 2), at)
  // A surrogate alone is neither letter nor digit.
  if (!/^[\ud800-\udbff][\udc00-\udfff]$/.test(pair)) return isBreak
  return letterOrDigit.test(pair) ? isSign : isPairOfBreak
}
