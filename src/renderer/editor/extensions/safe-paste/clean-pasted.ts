import { unwrapCode } from './pasted-code'
import { unwrapFormulas } from './pasted-formulas'
import { flattenCells } from './pasted-table-cells'
import { makeWordLists } from './pasted-word-lists'

/** What only serves the page that it comes from. */
const noise = [
  'script, style, link, meta, title, noscript, template, iframe, object, embed, svg, canvas, audio, video',
  'button, select, textarea, input:not([type=checkbox])',
  '[aria-hidden=true]:not(.katex-html):not(.katex *)',
  '.sr-only, .visually-hidden, .anchor, .headerlink, .hash-link, .mw-editsection',
  '[hidden]',
].join(', ')
const blockNames =
  'p, div, h1, h2, h3, h4, h5, h6, ul, ol, pre, table, blockquote, section, article, header, footer'

/**
 * Makes the HTML of Word, Google Docs, web pages and chats what it means: lists, code, formulas and tasks, without what
 * only serves the page it comes from. Changes `root` in place; it must be in an inert document.
 */
export function cleanPasted(root: HTMLElement): void {
  removeComments(root)
  unwrapFormulas(root)
  for (const element of root.querySelectorAll(noise)) element.remove()
  makeWordLists(root)
  unwrapCode(root)
  unwrapGoogleDocs(root)
  nestListsInItems(root)
  makeTasks(root)
  splitSpans(root)
  flattenCells(root)
  for (const element of root.querySelectorAll<HTMLElement>('*')) if (isEmptyBlock(element)) element.remove()
}

function removeComments(root: HTMLElement): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode() !== null) comments.push(walker.currentNode)
  for (const comment of comments) (comment as Comment).remove()
}

/** Google Docs wraps everything in one `<b>` or `<span>`; around blocks these mean nothing. */
function unwrapGoogleDocs(root: HTMLElement): void {
  for (const element of root.querySelectorAll<HTMLElement>('b, strong, i, em, span, font')) {
    if (element.querySelector(blockNames) !== null) element.replaceWith(...element.childNodes)
  }
}

/** A list that stands between items, as several programs write it, belongs to the item before it. */
function nestListsInItems(root: HTMLElement): void {
  for (const list of root.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = list.previousElementSibling
    if (before?.tagName === 'LI') before.append(list)
  }
}

/** Checkboxes of items, as GitHub and chats show them, make a task list. */
function makeTasks(root: HTMLElement): void {
  for (const box of root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    const item = box.closest('li')
    const list = item?.parentElement
    if (item !== null && list?.tagName === 'UL') {
      list.dataset['type'] = 'taskList'
      item.dataset['type'] = 'taskItem'
      item.dataset['checked'] = String(box.checked || box.hasAttribute('checked'))
    }
    box.remove()
  }
  for (const list of root.querySelectorAll('ul[data-type=taskList]')) {
    for (const item of list.children) {
      if (item instanceof HTMLElement && item.dataset['type'] !== 'taskItem')
        item.dataset['type'] = 'listItem'
    }
  }
}

/** Markdown's tables have no cells over several rows or columns: each becomes as many cells as it covered. */
function splitSpans(root: HTMLElement): void {
  for (const cell of root.querySelectorAll<HTMLTableCellElement>('td[colspan], th[colspan]')) {
    const extra = Math.min(50, cell.colSpan) - 1
    for (let added = 0; added < extra; added += 1) cell.after(root.ownerDocument.createElement(cell.tagName))
    cell.removeAttribute('colspan')
  }
  for (const cell of root.querySelectorAll<HTMLTableCellElement>('td[rowspan], th[rowspan]')) {
    const column = [...(cell.parentElement?.children ?? [])].indexOf(cell)
    let row = cell.parentElement?.nextElementSibling
    for (
      let rest = Math.min(200, cell.rowSpan) - 1;
      rest > 0 && row;
      rest -= 1, row = row.nextElementSibling
    ) {
      row.insertBefore(root.ownerDocument.createElement('td'), row.children[column] ?? null)
    }
    cell.removeAttribute('rowspan')
  }
}

function isEmptyBlock(element: HTMLElement): boolean {
  if (!/^(?:p|div|h[1-6]|ul|ol|blockquote)$/i.test(element.tagName)) return false
  const isBlank = (element.textContent ?? '').replace(/\u00a0/g, ' ').trim() === ''
  return isBlank && element.querySelector('img, hr, table, [data-formula], [data-math-block]') === null
}
