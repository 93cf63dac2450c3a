/** Folds spelling away that searchers don't type: case, marks, compatibility forms, letters of one language alone. */
export function fold(text: string): string {
  // Most words have nothing else to fold.
  if (isAscii.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßœæøłđðþı]/g, letter => plainLetters[letter] ?? letter)
}

const isAscii = /^[\0-\x7f]*$/

/** Letters that Unicode takes apart in no way, as they are written without them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
