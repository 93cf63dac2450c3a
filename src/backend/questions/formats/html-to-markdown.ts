import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast, type Handle } from 'hast-util-to-mdast'
import { toString } from 'mdast-util-to-string'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'

export interface ConvertedHtml {
  readonly markdown: string
  /** `<title>`. */
  readonly title: string | undefined
}

const dropped = new Set(['script', 'style', 'noscript', 'template', 'nav', 'iframe', 'svg', 'form', 'button'])
const deepest = 400

/**
 * HTML as Markdown: what it shows as text, nothing that runs. `<details>` stay what they are; terms of definition lists are
 * headings. `data:` images are left out.
 *
 * @throws RangeError for elements nested more deeply than anybody writes them.
 */
export function htmlToMarkdown(html: string): ConvertedHtml {
  const tree = fromHtml(html)
  const title = titleOf(tree)
  prepare(tree)
  const markdown = toMarkdown(toMdast(tree, { handlers: { details } }), {
    extensions: [gfmToMarkdown()],
    bullet: '-',
    rule: '-',
    fences: true,
    // Two spaces: on one line with what follows, as a question is, nothing of it is left.
    handlers: { break: () => '  \n' },
  })
  return { markdown, title }
}

/** Changes the tree in place, so that it holds only what becomes Markdown. */
function prepare(root: Root): void {
  const open: { readonly node: Root | Element; readonly depth: number }[] = [{ node: root, depth: 0 }]
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { node, depth } = item
    if (depth > deepest) throw new RangeError('elements nested too deeply')
    node.children = (node.children as Nodes[]).filter(isShown) as typeof node.children
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (child.tagName === 'dt') child.tagName = 'h5'
      if (child.tagName === 'dl' || child.tagName === 'dd') child.tagName = 'div'
      open.push({ node: child, depth: depth + 1 })
    }
  }
}

function isShown(node: Nodes): boolean {
  if (node.type === 'comment' || node.type === 'doctype') return false
  if (node.type !== 'element') return true
  const { tagName, properties } = node
  if (dropped.has(tagName) || properties['hidden'] === true) return false
  return tagName !== 'img' || !String(properties['src'] ?? '').startsWith('data:')
}

/** `<details>` as Markdown has it: the summary on a line of its own, the rest as blocks. */
const details: Handle = (state, node) => {
  const summary = node.children.find(child => child.type === 'element' && child.tagName === 'summary')
  const rest = { ...node, children: node.children.filter(child => child !== summary) }
  const words =
    summary === undefined
      ? ''
      : toString({ type: 'root', children: state.toFlow(state.all(summary as Element)) })
  const safe = words.replace(/\s+/g, ' ').trim().replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return [
    { type: 'html', value: `<details>\n<summary>${safe}</summary>` },
    ...state.toFlow(state.all(rest)),
    { type: 'html', value: '</details>' },
  ]
}

function titleOf(root: Root): string | undefined {
  const html = root.children.find(node => node.type === 'element' && node.tagName === 'html')
  const head = childNamed(html, 'head')
  const text = childNamed(head, 'title')?.children[0]
  const title = text?.type === 'text' ? text.value.replace(/\s+/g, ' ').trim() : ''
  return title === '' ? undefined : title
}

function childNamed(node: Nodes | undefined, name: string): Element | undefined {
  if (node?.type !== 'element') return undefined
  return node.children.find((child): child is Element => child.type === 'element' && child.tagName === name)
}
