import type { ComparedPiece } from '../../../../shared/contract/study-procedures'
import { literalPattern } from '../../../../shared/domain/find/literal-pattern'

/** Name under which the style sheet knows the marked words. */
export const highlightName = 'missed-words'

const wordSign = String.raw`[\p{L}\p{N}_]`
const cjk = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+$/u

/**
 * What finds the words that the pieces say are missing, whole and in any case; Chinese, Japanese and Korean also within
 * a longer run. Undefined when nothing is missing.
 */
export function missedWords(pieces: readonly ComparedPiece[]): RegExp | undefined {
  const words = pieces.flatMap(({ text, isMissing }) => (isMissing ? text.trim().split(/\s+/) : []))
  const distinct = [...new Set(words)].filter(word => word !== '').sort((a, b) => b.length - a.length)
  if (distinct.length === 0) return undefined
  const parts = distinct.map(word =>
    cjk.test(word) ? word : `(?<!${wordSign})${literalPattern(word)}(?!${wordSign})`,
  )
  return new RegExp(parts.join('|'), 'giu')
}

/** Where the words stand in the text of an element; formulas and what is only there for the eye are left out. */
export function rangesOf(words: RegExp, element: Element): Range[] {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (node.parentElement?.closest('math, [aria-hidden="true"], button') !== null) continue
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(words)) {
      const range = new Range()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      ranges.push(range)
    }
  }
  return ranges
}

/** Marks the words in an element as long as it changes, until it is told to stop. */
export function markWords(words: RegExp, element: Element): () => void {
  const mark = (): void => void CSS.highlights.set(highlightName, new Highlight(...rangesOf(words, element)))
  // The note opens, and formulas and embedded notes come later.
  const watcher = new MutationObserver(mark)
  watcher.observe(element, { childList: true, characterData: true, subtree: true })
  mark()
  return () => {
    watcher.disconnect()
    CSS.highlights.delete(highlightName)
  }
}
