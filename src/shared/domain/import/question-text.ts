import { readMarkdownTree } from './read-markdown-tree'

/**
 * A question's text so that it can follow a list marker: a start that Markdown would take for a heading, a
 * list, a fence and so on gets a backslash. `unescapeQuestionStart` is its exact inverse.
 */
export function escapeQuestionStart(text: string): string {
  if (!needsEscape(text)) return text
  return orderedStart.test(text) ? text.replace(orderedStart, '$1\\$2') : `\\${text}`
}

/** The text that `escapeQuestionStart` was given. */
export function unescapeQuestionStart(text: string): string {
  if (!text.slice(0, 12).includes('\\')) return text
  const isOrdered = escapedOrderedStart.test(text)
  if (!isOrdered && !text.startsWith('\\')) return text
  const original = isOrdered ? text.replace(escapedOrderedStart, '$1$2') : text.slice(1)
  return needsEscape(original) ? original : text
}

/** A section's title so that it can follow `## `, where closing `#` marks would be lost. */
export function escapeSectionTitle(title: string): string {
  return title.replace(/(^|\s)(\\*#+)$/, '$1\\$2')
}

/** The title that `escapeSectionTitle` was given. */
export function unescapeSectionTitle(title: string): string {
  return title.replace(/(^|\s)\\(\\*#+)$/, '$1$2')
}

/** Whether the text would be read as some other block, or is the escaped form of such a text. */
function needsEscape(text: string): boolean {
  const plain = text.replace(/^(\d{0,9})\\+/, '$1')
  if (plain === '' || !/^[^\p{L}\s]/u.test(plain)) return false
  if (/^\[[ xX]\](?:\s|$)/.test(plain) || /^\^[A-Za-z0-9-]+$/.test(plain)) return true
  return !isParagraph(plain)
}

const orderedStart = /^(\d{1,9})(\\*[.)](?:\s|$))/
const escapedOrderedStart = /^(\d{1,9})\\(\\*[.)](?:\s|$))/

function isParagraph(text: string): boolean {
  const children = readMarkdownTree(`x\n\n${text} ^id`).children
  return children.length === 2 && children[1]?.type === 'paragraph'
}
