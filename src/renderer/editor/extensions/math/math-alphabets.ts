/** First code points of Unicode's alphabets for mathematics: capital A, small a, digit zero; source: the block "Mathematical Alphanumeric Symbols". */
const alphabets: Readonly<Record<string, readonly [capital: number, small: number, digit?: number]>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce],
  italic: [0x1d434, 0x1d44e],
  'bold-italic': [0x1d468, 0x1d482],
  script: [0x1d49c, 0x1d4b6],
  fraktur: [0x1d504, 0x1d51e],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec],
  'sans-serif-italic': [0x1d608, 0x1d622],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
}

/** Letters that Unicode had before it had the alphabets, and has nowhere else. */
const older: Readonly<Record<string, string>> = {
  'italic h': 'ℎ',
  'script B': 'ℬ',
  'script E': 'ℰ',
  'script F': 'ℱ',
  'script H': 'ℋ',
  'script I': 'ℐ',
  'script L': 'ℒ',
  'script M': 'ℳ',
  'script R': 'ℛ',
  'script e': 'ℯ',
  'script g': 'ℊ',
  'script o': 'ℴ',
  'fraktur C': 'ℭ',
  'fraktur H': 'ℌ',
  'fraktur I': 'ℑ',
  'fraktur R': 'ℜ',
  'fraktur Z': 'ℨ',
  'double-struck C': 'ℂ',
  'double-struck H': 'ℍ',
  'double-struck N': 'ℕ',
  'double-struck P': 'ℙ',
  'double-struck Q': 'ℚ',
  'double-struck R': 'ℝ',
  'double-struck Z': 'ℤ',
}

/** Text in the letters of a `mathvariant` of MathML 3, which MathML Core and so the browsers have only as letters of their own. */
export function inMathAlphabet(variant: string, text: string): string {
  const starts = alphabets[variant]
  if (starts === undefined) return text
  const [capital, small, digit] = starts
  const letter = (character: string): string => {
    const known = older[`${variant} ${character}`]
    if (known !== undefined) return known
    const code = character.charCodeAt(0)
    if (character >= 'A' && character <= 'Z') return String.fromCodePoint(capital + code - 65)
    if (character >= 'a' && character <= 'z') return String.fromCodePoint(small + code - 97)
    if (character >= '0' && character <= '9' && digit !== undefined)
      return String.fromCodePoint(digit + code - 48)
    return character
  }
  return text.replace(/[A-Za-z0-9]/g, letter)
}

/** Sets every letter below `element` as its `mathvariant` says. */
export function setMathAlphabets(element: Element): void {
  for (const part of element.querySelectorAll('[mathvariant]')) {
    const variant = part.getAttribute('mathvariant') ?? ''
    // Groups keep their parts.
    if (part.childElementCount === 0) part.textContent = inMathAlphabet(variant, part.textContent)
  }
}
