import type { Code } from 'micromark-util-types'

/** What a marker of inline Markdown can do where it stands. */
export interface MarkerSides {
  readonly opens: boolean
  readonly closes: boolean
}

type Kind = 'space' | 'punctuation' | 'cjkPunctuation' | 'cjk' | 'letter'

/**
 * Whether a marker between these two characters opens or closes something, by CommonMark's rules for asterisks as
 * amended for Chinese, Japanese and Korean: there, punctuation stands beside a word without a space.
 * `before` and `after` are micromark's codes.
 */
export function markerSides(before: Code, after: Code): MarkerSides {
  const [left, right] = [kindOf(before), kindOf(after)]
  return { opens: isFree(right, left), closes: isFree(left, right) }
}

/** `inner` is the side of what would be marked. */
function isFree(inner: Kind, outer: Kind): boolean {
  return inner === 'punctuation' ? outer !== 'letter' : inner !== 'space'
}

function kindOf(code: Code): Kind {
  if (code === null || code <= 32) return 'space'
  // Half of a character from outside of the basic plane: an ideograph, or an emoji, which is as good as a letter.
  if (code >= 0xd800 && code <= 0xdfff) return 'letter'
  const character = String.fromCharCode(code)
  if (/\s/.test(character)) return 'space'
  const isPunctuation = /[\p{P}\p{S}]/u.test(character)
  if (isCjk(code)) return isPunctuation ? 'cjkPunctuation' : 'cjk'
  return isPunctuation ? 'punctuation' : 'letter'
}

function isCjk(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97f) ||
    (code >= 0xac00 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef)
  )
}
