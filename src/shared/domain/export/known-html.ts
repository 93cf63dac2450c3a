import type { Break, Nodes, Parents, PhrasingContent, RootContent } from 'mdast'
import { walkMarkdown } from '../markdown/walk-markdown'

/** Whether blocks stand below a node, not parts of a line. */
export function isFlow(parent: Nodes): boolean {
  return /^(?:root|blockquote|listItem|footnoteDefinition)$/.test(parent.type)
}

/**
 * Makes of a tree's raw HTML what a reader sees where it is what the editor writes: `<br>`, and pairs of `<sub>` and of
 * `<sup>` in one line of text, without their attributes. Comments go. All other HTML stays.
 */
export function readKnownHtml(root: Nodes): void {
  for (const parent of [...walkMarkdown(root)]) {
    if (!('children' in parent) || !parent.children.some(child => child.type === 'html')) continue
    const children = isFlow(parent)
      ? parent.children.flatMap(readBlock)
      : readLine(parent.children as PhrasingContent[])
    parent.children = children as Parents['children']
  }
}

const comment = /<!--(?:-?>|[\s\S]*?-->)/g
const lineBreak = /<br(?:\s[^<>]*)?\/?>/gi
/** Elements in which `<!--` begins no comment. */
const literal = /^<(?:pre|script|style|textarea)(?=[\s>]|$)/i

function readBlock(node: RootContent): RootContent[] {
  if (node.type !== 'html' || literal.test(node.value)) return [node]
  const value = node.value.replace(comment, '').trim()
  if (value === '') return []
  if (value.replace(lineBreak, '').trim() !== '') return [{ ...node, value }]
  const breaks = Array.from(value.matchAll(lineBreak), (): Break => ({ type: 'break' }))
  return [{ type: 'paragraph', children: breaks }]
}

function readLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const read: PhrasingContent[] = []
  const open: { readonly name: string; readonly at: number }[] = []
  let isAfterBreak = false
  for (const node of nodes) {
    const value = node.type === 'html' ? node.value : ''
    const [, end, name] = /^<(\/?)(br|sub|sup)(?:\s[^<>]*)?\/?>$/i.exec(value) ?? []
    const tag = name?.toLowerCase()
    if (tag === 'br' && end === '') read.push({ type: 'break' })
    else if (tag !== undefined && end === '') {
      open.push({ name: tag, at: read.length })
      read.push(node)
    } else if (tag !== undefined && open.some(each => each.name === tag)) {
      const start = open.findLastIndex(each => each.name === tag)
      const at = open[start]?.at ?? 0
      open.length = start
      read.push(withTag(tag, read.splice(at).slice(1)))
    } else if (node.type === 'text' && isAfterBreak)
      read.push({ ...node, value: node.value.replace(/^[ \t]*\n?[ \t]*/, '') })
    else if (value.replace(comment, '') !== '' || node.type !== 'html') read.push(node)
    isAfterBreak = tag === 'br'
  }
  return read
}

/** A node that `mdast-util-to-hast` makes an element of that name. */
function withTag(name: string, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', children, data: { hName: name } }
}
