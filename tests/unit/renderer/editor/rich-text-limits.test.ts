import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from './editor-schema'

const beyond: readonly (readonly [name: string, body: string])[] = [
  ['a file of 20 MB', 'A line of a log, **over** and over.\r\n'.repeat(600_000)],
  ['a line of 1 MB', 'word '.repeat(200_000)],
  ['10,000 nested quotes', `${'> '.repeat(10_000)}a\n`],
  ['2,000 nested lists', Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['20,000 open emphases', '*a **a '.repeat(20_000)],
  ['20,000 open brackets', '[a\n'.repeat(20_000)],
  ['20,000 paragraphs', 'a\n\n'.repeat(20_000)],
  ['2,000 small tables', '|a|b|\n|-|-|\n|1|2|\n\n'.repeat(2000)],
  ['1,000 paragraphs in 99 quotes each', `${'> '.repeat(99)}a\n\n`.repeat(1000)],
  ['a table of 5,000 rows', `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(5000)}`],
]

test.each(beyond)('%s opens as source, and nothing of it is lost', (_name, body) => {
  const { doc, isSource, save } = loadMarkdown(body, schema)
  expect(isSource).toBe(true)
  expect(save(doc) === body).toBe(true)
  const edited = EditorState.create({ doc }).tr.insertText('zq', 1).doc
  expect(save(edited) === `zq${body}`).toBe(true)
})

test.each([
  ['quotes and lists of a depth that notes have', `${'> - '.repeat(20)}a\n`],
  ['a long list', '- [a](b) and *c*\n'.repeat(1000)],
  ['a table of 500 rows', `| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(500)}`],
  ['marks in code', `\`\`\`\n${'[*_]'.repeat(10_000)}\n\`\`\`\n`],
])('%s: rich text', (_name, body) => {
  expect(loadMarkdown(body, schema).isSource).toBe(false)
})

test('a table whose rows leave out nearly all of its cells is shown as source', () => {
  const body = `|${'a|'.repeat(200)}\n|${'-|'.repeat(200)}\n${'|1\n'.repeat(200)}\nText\n`
  const { doc, isSource, save } = loadMarkdown(body, schema)
  expect([isSource, ...doc.children.map(block => block.type.name)]).toEqual([false, 'rawBlock', 'paragraph'])
  expect(save(doc)).toBe(body)
})

test('source in several blocks keeps its lines when one is deleted or added at the end', () => {
  const lines = Array.from({ length: 450 }, (_, index) => `${'>'.repeat(101)} ${index}`)
  const { doc, save } = loadMarkdown(lines.join('\n'), schema)
  expect(doc.childCount).toBe(3)
  const without = doc.copy(doc.content.cut(doc.child(0).nodeSize))
  expect(save(without)).toBe(lines.slice(200).join('\n'))
  const more = doc.copy(doc.content.addToEnd(schema.node('rawBlock', null, [schema.text('end')])))
  expect(save(more)).toBe([...lines, 'end'].join('\n'))
})

test('source ends in a line break after a block is added at its end, if it did before', () => {
  const body = `${'>'.repeat(101)} a\n`
  const { doc, save } = loadMarkdown(body, schema)
  const withLast = (...content: string[]) =>
    doc.copy(
      doc.content.addToEnd(
        schema.node(
          'paragraph',
          null,
          content.map(text => schema.text(text)),
        ),
      ),
    )
  expect([save(withLast('end')), save(withLast())]).toEqual([`${body}end\n`, body])
})
