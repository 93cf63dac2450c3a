import type { Nodes, Parents } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseImageText } from '../../markdown/image-text'
import type { ExportWords } from '../export-words'
import { findCallout, type ExportedCallout } from '../find-callout'
import { parseAsShown } from '../parse-as-shown'

/** Markdown as a reader sees it without any marks: paragraphs, lists with their numbers, tables with tabs. */
export function markdownToText(markdown: string, words: ExportWords): string {
  return blocksOf(parseAsShown(markdown), words).trim()
}

function blocksOf(parent: Parents, words: ExportWords, separator = '\n\n'): string {
  return parent.children
    .map(child => blockText(child, words))
    .filter(text => text.trim() !== '')
    .join(separator)
}

function blockText(node: Nodes, words: ExportWords): string {
  switch (node.type) {
    case 'root':
      return blocksOf(node, words)
    case 'blockquote': {
      const callout = findCallout(node, words)
      return callout === undefined ? blocksOf(node, words) : calloutText(callout, words)
    }
    case 'list': {
      const start = node.start ?? 1
      const items = node.children.map((item, index) => {
        const mark = node.ordered === true ? `${start + index}.` : '-'
        const done = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : ''
        const indent = ' '.repeat(mark.length + 1)
        const text = blocksOf(item, words, item.spread === true ? '\n\n' : '\n')
        return `${mark} ${done}${text.replace(/\n(?=.)/g, `\n${indent}`)}`
      })
      return items.join('\n')
    }
    case 'table':
      return node.children.map(row => row.children.map(inlineText).join('\t')).join('\n')
    case 'footnoteDefinition':
      return `[${node.identifier}] ${blocksOf(node, words)}`
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

function calloutText({ name = '', title, body }: ExportedCallout, words: ExportWords): string {
  const line = [name, title.map(inlineText).join('').trim()].filter(text => text !== '').join(' ')
  return [line, blocksOf({ type: 'blockquote', children: body }, words)]
    .filter(text => text !== '')
    .join('\n\n')
}

function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n'
    case 'footnoteReference':
      return `[${node.identifier}]`
    case 'image':
    case 'imageReference':
      return parseImageText(node.alt ?? '').description
    default:
      return 'children' in node ? node.children.map(inlineText).join('') : toString(node)
  }
}
