import type { BeginningSearch, WordBeginnings } from './word-beginnings'
import { WordScanner } from './word-scanner'

type VisitWord = (start: number, end: number, isCjk: boolean) => void

/**
 * Calls `visit` for each word and each run of CJK characters of a text, in order (`WordScanner`).
 *
 * @param beginnings words that begin in no such way may be left out.
 */
export function scanWords(text: string, visit: VisitWord, beginnings?: WordBeginnings): void {
  const scanner = spare ?? new WordScanner()
  // Whoever is called may scan another text meanwhile.
  spare = undefined
  scanner.read(text, beginnings?.units)
  const search = beginnings?.searchIn(text)
  if (search === undefined) while (scanner.next()) visit(scanner.start, scanner.end, scanner.isCjk)
  else visitFound(scanner, search, visit)
  spare = scanner
}

function visitFound(scanner: WordScanner, search: BeginningSearch, visit: VisitWord): void {
  for (let at = search.next(0); at >= 0; at = search.next(scanner.end)) {
    if (!scanner.nextAround(at)) return
    visit(scanner.start, scanner.end, scanner.isCjk)
  }
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
