import { type Block, type ItemBlock, textOf } from './outline'

/** A link that is the whole of a text. */
interface OnlyLink {
  readonly label: string
  readonly target: string
}

/** The link that `text` consists of, apart from emphasis and marks. */
export function onlyLinkOf(text: string): OnlyLink | undefined {
  const match =
    /^[^\p{L}\p{N}[\]]*\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)[^\p{L}\p{N}]*$/u.exec(
      text.slice(0, 2000),
    )
  return match === null ? undefined : { label: match[1] ?? '', target: (match[2] ?? '').trim() }
}

/** Whether a text is but a link back to the top or to the table of contents. */
export function isBackLink(line: string): boolean {
  const text = line.slice(0, 400)
  return (
    /^[^\p{L}\p{N}]*\[[^\]]*(?:\btop\b|back to|table of contents|⬆|↑|返回|回到|目录)[^\]]*\]?[^\]]*\]\(#/iu.test(
      text,
    ) ||
    /^[^\p{L}\p{N}]*<a\s+href="#[^>]*>[^<]*(?:\btop\b|⬆|↑|返回|回到)[^<]*<\/a>[^\p{L}\p{N}]*$/iu.test(text)
  )
}

/** Whether a text is nothing but images and badges. */
export function isImagesOnly(text: string): boolean {
  if (!/!\[|<img/i.test(text)) return false
  const rest = text
    .replace(/\[!\[[^[\]]*\]\([^()]*\)\]\([^()]*\)/g, '')
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, '')
    .replace(/<\/?(?:img|a|p|div|br|picture|source|center)\b[^<>]*>/gi, '')
  return !/[\p{L}\p{N}]/u.test(rest)
}

/** What the headings of a document are called, to tell a table of contents by. */
export function headingKeys(titles: readonly string[]): ReadonlySet<string> {
  return new Set(titles.map(toKey).filter(key => key.length > 1))
}

/** Whether a text is an entry of the document's own table of contents. */
export function isContentsEntry(text: string, headings: ReadonlySet<string>): boolean {
  const link = onlyLinkOf(text.replace(/^\s*\d+(?:\.\d+)*[.)、\s]+/, ''))
  if (link === undefined) return false
  return link.target.startsWith('#') || headings.has(toKey(link.label))
}

/** Whether list items, nested ones too, are (mostly) a table of contents. */
export function isContentsList(items: readonly ItemBlock[], headings: ReadonlySet<string>): boolean {
  const texts = itemTexts(items)
  const entries = texts.filter(text => isContentsEntry(text, headings)).length
  return entries > 0 && entries >= texts.length * 0.6
}

/** Whether a table lists links to places in the document. */
export function isContentsTable(table: Block): boolean {
  const rows = table.lines.slice(2)
  const entries = rows.filter(row => /\]\(#[^)]*\)/.test(row.text)).length
  return entries > 0 && entries >= rows.length * 0.5
}

/** Whether list items are links to other places, each with at most a remark. */
export function isLinksList(items: readonly ItemBlock[], isQuestion: (text: string) => boolean): boolean {
  const leaves = items.filter(item => item.nested.every(block => block.kind !== 'item'))
  const links = leaves.filter(item => /^[^\p{L}\p{N}[\]]*\[[^\]]+\]\(|^[*_]*<?https?:/u.test(item.text))
  const questions = links.filter(item => isQuestion(onlyLinkOf(item.text)?.label ?? item.text))
  const mostQuestions = links.length < 4 ? 0.51 : 0.4
  return (
    links.length > 0 && links.length >= items.length * 0.7 && questions.length < links.length * mostQuestions
  )
}

/** The texts of list items and of the items nested in them. */
export function itemTexts(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => (block.kind === 'item' ? [block.text, ...itemTexts(block.nested)] : []))
}

/** Whether a text block is but links into the document. */
export function isContentsText(block: Block, headings: ReadonlySet<string>): boolean {
  return isContentsEntry(textOf(block), headings)
}

function toKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\W*(?:q(?:uestion)?\s*)?\d+(?:\.\d+)*\W+/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
