import type { Nodes } from 'mdast'
import { splitFrontMatter } from '../split-front-matter'
import { parseMarkdown } from './parse-markdown'

const blocks: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableCell', 'break'])
const question = /!?\[\[[^[\]|]*#\^[^[\]]*\]\]/g
const wikiLink = /!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g

/**
 * What a Markdown file says in sentences: without code, formulas, HTML, images and the titles of linked questions. A line
 * for each paragraph.
 */
export function proseText(markdown: string): string {
  return proseOf(parseMarkdown(splitFrontMatter(markdown).body))
    .replace(question, ' ')
    .replace(wikiLink, '$1')
    .trim()
}

function proseOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  const inner = 'children' in node ? node.children.map(proseOf).join('') : ' '
  return blocks.has(node.type) ? `${inner}\n` : inner
}
