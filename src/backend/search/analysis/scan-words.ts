import { WordScanner } from './word-scanner'

type VisitWord = (start: number, end: number, isCjk: boolean) => void

/**
 * Calls `visit` for each word and each run of CJK characters of a text, in order (`WordScanner`).
 *
 * @param beginnings by ASCII unit: 0 where words that begin with it may be left out, unless they have an underscore.
 */
export function scanWords(text: string, visit: VisitWord, beginnings?: Uint8Array): void {
  const scanner = spare ?? new WordScanner()
  // Whoever is called may scan another text meanwhile.
  spare = undefined
  scanner.read(text, beginnings)
  while (scanner.next()) visit(scanner.start, scanner.end, scanner.isCjk)
  spare = scanner
}

/** A scanner has room for a text, which is not to be made anew for each of the snippets of a query. */
let spare: WordScanner | undefined

/** Whether one UTF-16 unit or two make the character at an offset. */
export function widthAt(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit >= 0xdc00 || at + 1 >= text.length) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next < 0xe000 ? 2 : 1
}
