import type { ListItem, Root } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import { parseMarkdown, rangeOf } from '../markdown/parse-markdown'
import { walkMarkdown } from '../markdown/walk-markdown'
import { readKnownHtml } from './known-html'

/** Markdown as a tree of what the editor shows: also tasks without text, `$$x$$` within a line, and the HTML that it knows. */
export function parseAsShown(markdown: string): Root {
  const root = parseMarkdown(markdown)
  for (const node of walkMarkdown(root)) {
    if (node.type === 'listItem') readEmptyTask(node)
    else if (node.type === 'inlineMath') readDisplay(node, markdown)
  }
  readKnownHtml(root)
  return root
}

/** GFM reads `- [ ]` with nothing after it as text. */
function readEmptyTask(item: ListItem): void {
  const [first] = item.children
  const text = first?.type === 'paragraph' && first.children.length === 1 ? first.children[0] : undefined
  if (typeof item.checked === 'boolean' || text?.type !== 'text') return
  const { start, end } = text.position ?? {}
  if (!/^\[[ x]\]$/.test(text.value) || Number(end?.offset) - Number(start?.offset) !== 3) return
  item.checked = text.value === '[x]'
  item.children = [{ type: 'paragraph', children: [] }, ...item.children.slice(1)]
}

function readDisplay(node: InlineMath, markdown: string): void {
  const fence = /^\$+/.exec(markdown.slice(...rangeOf(node)))?.[0].length
  if (fence === 2) node.data = { ...node.data, hProperties: { className: ['math-display'] } }
}
