const listStyle = /mso-list:\s*l(\d+)\s+level(\d+)/i
const marker = /^[\s\u00a0]*(?:[·•o§■▪●○–-]|\(?(?:\d+|[a-z]|[ivxlc]+)[.)])[\s\u00a0]+/i

interface OpenList {
  readonly list: HTMLElement
  readonly level: number
  /** Word's number of the list. */
  readonly number: string | undefined
}

/** Word writes the items of a list as paragraphs with a bullet in front: lists again, by their levels. */
export function makeWordLists(root: HTMLElement): void {
  const items = [...root.querySelectorAll<HTMLElement>('p, div')].filter(isItem)
  let open: OpenList[] = []
  let last: Element | undefined
  for (const paragraph of items) {
    const level = levelOf(paragraph)
    if (last === undefined || paragraph.previousElementSibling !== last) open = []
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    if (open.at(-1)?.level === level && isOfOther(open.at(-1), paragraph)) open.pop()
    if ((open.at(-1)?.level ?? 0) < level) open.push(startList(paragraph, level, open.at(-1)?.list))
    const list = open.at(-1)?.list
    if (list === undefined) continue
    const item = root.ownerDocument.createElement('li')
    removeMarker(paragraph)
    item.append(...paragraph.childNodes)
    list.append(item)
    last = open[0]?.list
    paragraph.remove()
  }
}

function isItem(paragraph: HTMLElement): boolean {
  return listStyle.test(styleOf(paragraph)) || /\bMsoListParagraph/.test(paragraph.className)
}

function levelOf(paragraph: HTMLElement): number {
  return Number(listStyle.exec(styleOf(paragraph))?.[2] ?? 1)
}

/** As it was written: the browser's own style object drops what Word alone knows. */
function styleOf(element: HTMLElement): string {
  return element.getAttribute('data-x-style') ?? element.getAttribute('style') ?? ''
}

/** A paragraph that Word gives no list of its own goes on with the one that is open. */
function isOfOther(open: OpenList | undefined, paragraph: HTMLElement): boolean {
  const number = numberOf(paragraph)
  if (open === undefined || number === undefined) return false
  return open.number !== number || open.list.tagName !== listTag(paragraph)
}

function numberOf(paragraph: HTMLElement): string | undefined {
  return listStyle.exec(styleOf(paragraph))?.[1]
}

function listTag({ textContent }: HTMLElement): 'OL' | 'UL' {
  const isOrdered = /^[\s\u00a0]*\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(textContent ?? '')
  const isBullet = /^[\s\u00a0]*o[\s\u00a0]/.test(textContent ?? '')
  return isOrdered && !isBullet ? 'OL' : 'UL'
}

function startList(paragraph: HTMLElement, level: number, parent: HTMLElement | undefined): OpenList {
  const list = paragraph.ownerDocument.createElement(listTag(paragraph))
  const item = parent?.lastElementChild
  if (item === null || item === undefined) paragraph.before(list)
  else item.append(list)
  return { list, level, number: numberOf(paragraph) }
}

/** The bullet or number stands in a span that is to be left out, else at the start of the text. */
function removeMarker(paragraph: HTMLElement): void {
  for (const span of paragraph.querySelectorAll<HTMLElement>('span')) {
    if (/mso-list:\s*ignore/i.test(styleOf(span))) {
      span.remove()
      return
    }
  }
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  const text = walker.nextNode()
  if (text !== null) text.textContent = (text.textContent ?? '').replace(marker, '')
}
