import type { Nodes, Parents } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseMarkdown } from '../../markdown/parse-markdown'
import { readKnownHtml } from '../known-html'

/** Markdown as a reader sees it without any marks: paragraphs, lists with their numbers, tables with tabs. */
export function markdownToText(markdown: string): string {
  const root = parseMarkdown(markdown)
  readKnownHtml(root)
  return blocksOf(root).trim()
}

function blocksOf(parent: Parents, separator = '\n\n'): string {
  return parent.children
    .map(blockText)
    .filter(text => text.trim() !== '')
    .join(separator)
}

function blockText(node: Nodes): string {
  switch (node.type) {
    case 'root':
    case 'blockquote':
      return blocksOf(node)
    case 'list': {
      const start = node.start ?? 1
      const items = node.children.map((item, index) => {
        const mark = node.ordered === true ? `${start + index}.` : '-'
        const done = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : ''
        const indent = ' '.repeat(mark.length + 1)
        const text = blocksOf(item, item.spread === true ? '\n\n' : '\n')
        return `${mark} ${done}${text.replace(/\n(?=.)/g, `\n${indent}`)}`
      })
      return items.join('\n')
    }
    case 'table':
      return node.children.map(row => row.children.map(inlineText).join('\t')).join('\n')
    case 'footnoteDefinition':
      return `[${node.identifier}] ${blocksOf(node)}`
    case 'definition':
    case 'thematicBreak':
      return ''
    case 'code':
    case 'math':
    case 'html':
      return node.value
    default:
      return inlineText(node)
  }
}

function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n'
    case 'footnoteReference':
      return `[${node.identifier}]`
    default:
      return 'children' in node ? node.children.map(inlineText).join('') : toString(node)
  }
}
