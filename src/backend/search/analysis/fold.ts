/** Folds spelling away that searchers don't type: case, marks, compatibility forms. */
export function fold(text: string): string {
  // Most words have nothing else to fold.
  if (isAscii.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
}

const isAscii = /^[\0-\x7f]*$/
