import type { Nodes } from 'mdast'
import { calloutMarker } from '../../../shared/domain/markdown/callout-types'
import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'
import { parseNote } from '../markdown/parse-note'

/**
 * What Markdown says, for comparing: the tree without positions, without emphasis inside of the same emphasis, and with
 * all white space alike.
 */
export function markdownMeaning(body: string): string {
  const text = body.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '')
  const root = parseNote(text)
  return JSON.stringify([outline(root, []), markersIn(root, text)])
}

/** What quotes begin with that are callouts: to the parser a marker with an escape is the same. */
function markersIn(node: Nodes, text: string): (string | undefined)[] {
  const inside = 'children' in node ? node.children.flatMap(child => markersIn(child, text)) : []
  const first = node.type === 'blockquote' ? node.children[0] : undefined
  if (first?.type !== 'paragraph') return inside
  return [calloutMarker.exec(text.slice(...rangeOf(first)))?.[0].trim(), ...inside]
}

const marksOfText: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'highlight'])

function outline(node: Nodes, marks: readonly string[]): unknown {
  const isMark = marksOfText.has(node.type)
  const inside = isMark ? [...new Set([...marks, node.type])].sort() : marks
  const children = 'children' in node ? node.children.map(child => outline(child, inside)).flat() : []
  if (isMark || node.type === 'paragraph') return joinText(children)
  if (node.type === 'text') return [`${inside.join('+')}:${node.value.replace(/\s+/g, ' ')}`]
  if (node.type === 'html') return [{ type: 'html', value: node.value.replace(/\s+/g, ' ') }]
  if (node.type === 'tableRow') return [{ type: 'tableRow', children: withoutLastEmpty(children) }]
  const rest = Object.entries(node).filter(([key]) => !['position', 'children', 'spread'].includes(key))
  // Bold around a link is a link around bold.
  const own = node.type === 'link' ? [] : inside
  return [{ ...Object.fromEntries(rest), marks: own, children: joinText(children) }]
}

/** A row need not have all cells. */
function withoutLastEmpty(cells: readonly unknown[]): readonly unknown[] {
  const last = JSON.stringify(cells.at(-1))
  return last?.includes('"children":[]') === true ? withoutLastEmpty(cells.slice(0, -1)) : cells
}

function joinText(parts: readonly unknown[]): unknown[] {
  const joined: unknown[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const mark = typeof part === 'string' ? part.slice(0, part.indexOf(':') + 1) : undefined
    if (typeof part === 'string' && typeof last === 'string' && mark !== undefined && last.startsWith(mark)) {
      joined[joined.length - 1] = last + part.slice(mark.length)
    } else joined.push(part)
  }
  return joined
}
