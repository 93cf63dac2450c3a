/** How many words more or fewer than before: `+12`, `−3`; nothing where either is not known. */
export function wordChange(
  words: number | null | undefined,
  before: number | null | undefined,
  language: string,
): string {
  if (typeof words !== 'number' || typeof before !== 'number') return ''
  return new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(words - before)
}
