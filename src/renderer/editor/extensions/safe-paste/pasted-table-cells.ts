const blockTags =
  /^(?:P|DIV|H[1-6]|UL|OL|LI|DL|DT|DD|PRE|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|FIGURE|FIGCAPTION|HR)$/

/** A cell of a Markdown table has lines of text alone: each block and each item in a cell becomes one. */
export function flattenCells(root: HTMLElement): void {
  for (const cell of root.querySelectorAll<HTMLElement>('td, th')) {
    const hasTable = cell.querySelector('table') !== null
    if (!hasTable && [...cell.querySelectorAll('*')].some(isBlock)) flatten(cell)
  }
}

function flatten(cell: HTMLElement): void {
  const lines = linesOf(cell).map(withoutFinalBreak).filter(isShown)
  const parts = lines.map((line, index) =>
    index === 0 ? line : [cell.ownerDocument.createElement('br'), ...line],
  )
  cell.replaceChildren(...parts.flat())
}

/** What stands in an element, in lines that begin and end where its blocks do. */
function linesOf(element: Element): Node[][] {
  const lines: Node[][] = [[]]
  for (const child of element.childNodes) {
    if (isBlock(child)) lines.push(...(child.tagName === 'PRE' ? linesOfCode(child) : linesOf(child)), [])
    else lines.at(-1)?.push(child)
  }
  return lines
}

function linesOfCode(block: HTMLElement): Node[][] {
  const { ownerDocument, dataset, textContent } = block
  const text = textContent ?? ''
  if (dataset['mathBlock'] !== undefined) {
    const formula = ownerDocument.createElement('span')
    Object.assign(formula.dataset, { formula: text.replace(/\s*\n\s*/g, ' '), display: '' })
    return [[formula]]
  }
  return text.split('\n').map(line => {
    const code = ownerDocument.createElement('code')
    code.textContent = line
    return [code]
  })
}

function withoutFinalBreak(line: readonly Node[]): readonly Node[] {
  const rest = line.slice(0, line.findLastIndex(node => !isBlank(node)) + 1)
  return rest.at(-1)?.nodeName === 'BR' ? rest.slice(0, -1) : rest
}

function isShown(line: readonly Node[]): boolean {
  return line.some(node => !isBlank(node))
}

function isBlank(node: Node): boolean {
  if (node.nodeName === 'BR') return false
  const isEmpty = (node.textContent ?? '').replace(/\u00a0/g, ' ').trim() === ''
  const shown = 'img, [data-formula]'
  return isEmpty && !(node instanceof Element && (node.matches(shown) || node.querySelector(shown) !== null))
}

function isBlock(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && blockTags.test(node.tagName)
}
