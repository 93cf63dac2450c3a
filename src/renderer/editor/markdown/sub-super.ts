import type { Html, PhrasingContent } from 'mdast'

/** Marks that Markdown writes as a pair of HTML tags. */
export type TagMark = 'subscript' | 'superscript'

const tags: Readonly<Record<TagMark, string>> = { subscript: 'sub', superscript: 'sup' }

/** A tag without attributes at `start` that ends among the same nodes: its mark and where its end tag stands. */
export function findTagPair(
  nodes: readonly PhrasingContent[],
  start: number,
): { readonly mark: TagMark; readonly end: number } | undefined {
  const mark = markOf(nodes[start])
  if (mark === undefined) return undefined
  let depth = 0
  for (let end = start; end < nodes.length; end += 1) {
    if (isTag(nodes[end], `<${tags[mark]}>`)) depth += 1
    else if (isTag(nodes[end], `</${tags[mark]}>`)) depth -= 1
    if (depth === 0)
      return isKept(nodes[start + 1], nodes[end - 1]) && end > start + 1 ? { mark, end } : undefined
  }
  return undefined
}

/** Nodes between the tags of a mark. */
export function betweenTags(mark: TagMark, children: readonly PhrasingContent[]): PhrasingContent[] {
  return [html(`<${tags[mark]}>`), ...children, html(`</${tags[mark]}>`)]
}

function markOf(node: PhrasingContent | undefined): TagMark | undefined {
  if (isTag(node, '<sub>')) return 'subscript'
  return isTag(node, '<sup>') ? 'superscript' : undefined
}

function isTag(node: PhrasingContent | undefined, value: string): boolean {
  return node?.type === 'html' && node.value === value
}

/** White space and breaks at the ends of a mark would be written outside of it. */
function isKept(first: PhrasingContent | undefined, last: PhrasingContent | undefined): boolean {
  const startsBlank = first?.type === 'break' || (first?.type === 'text' && /^\s/.test(first.value))
  const endsBlank = last?.type === 'break' || (last?.type === 'text' && /\s$/.test(last.value))
  return !startsBlank && !endsBlank
}

function html(value: string): Html {
  return { type: 'html', value }
}
