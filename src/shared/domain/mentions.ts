import type { Nodes } from 'mdast'
import { splitFrontMatter } from './split-front-matter'
import { hasRange, parseMarkdown, rangeOf } from './markdown/parse-markdown'

/** Nodes in which a mention can't become a link. */
const closed = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'inlineCode',
  'code',
  'html',
  'math',
])
const wikiLink = /\[\[[^[\]]*\]\]/g
const wordSign = /[\p{L}\p{N}_]/u

/** Whether a title says enough that its words in a text are likely to mean it. */
export function isMentionable(title: string): boolean {
  const isCjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(title)
  return title.trim().length >= (isCjk ? 2 : 4)
}

/**
 * The first place in a note's Markdown that has a title as whole words, in whatever case, and is no link, code or formula.
 * Offsets are in UTF-16 units of the whole text.
 */
export function findMention(text: string, title: string): readonly [start: number, end: number] | undefined {
  const wanted = title.trim().toLowerCase()
  const { bom, block, body } = splitFrontMatter(text)
  if (wanted === '' || !body.toLowerCase().includes(wanted)) return undefined
  const bodyStart = bom.length + block.length
  for (const [start, end] of openTexts(parseMarkdown(body))) {
    const source = body.slice(start, end).replace(wikiLink, link => ' '.repeat(link.length))
    const at = wholeWords(source, wanted)
    if (at >= 0) return [bodyStart + start + at, bodyStart + start + at + wanted.length]
  }
  return undefined
}

function* openTexts(node: Nodes): Generator<readonly [start: number, end: number]> {
  if (closed.has(node.type)) return
  if (node.type === 'text' && hasRange(node)) yield rangeOf(node)
  if ('children' in node) for (const child of node.children) yield* openTexts(child)
}

function wholeWords(source: string, wanted: string): number {
  const folded = source.toLowerCase()
  // Few letters change their length with their case; where one does, offsets would be wrong.
  if (folded.length !== source.length) return -1
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    if (!continuesWord(source, at) && !continuesWord(source, at + wanted.length)) return at
  }
  return -1
}

/** Whether a Latin word goes on over an offset; between CJK characters there is no such border. */
function continuesWord(source: string, at: number): boolean {
  const [before, after] = [source.charAt(at - 1), source.charAt(at)]
  const isWord = (character: string): boolean =>
    wordSign.test(character) && !/\p{Script=Han}/u.test(character)
  return isWord(before) && isWord(after)
}
