import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { createExtensions } from '../../../../../src/renderer/editor/create-extensions'
import {
  findStateOf,
  replaceAllMatches,
  setFinder,
} from '../../../../../src/renderer/editor/extensions/find-in-note/find-in-note'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { compileFinder, type FindQuery } from '../../../../../src/shared/domain/find/compile-finder'
import { schema, services } from '../editor-schema'

const plain = { isRegex: false, isCaseSensitive: false, isWholeWord: false }

/** What is found in a note, and the note with all of it replaced. */
async function replaced(body: string, text: string, replacement: string, isRegex = false) {
  const { doc } = loadMarkdown(body, schema)
  const editor = new Editor({
    element: null,
    extensions: createExtensions(services, { placeholder: () => '' }),
    content: doc.toJSON() as object,
  })
  const { extensionManager, state, view } = editor
  // An editor without a page has none of them.
  view.updateState(state.reconfigure({ plugins: extensionManager.plugins }))
  const query: FindQuery = { ...plain, text, isRegex }
  const compiled = await compileFinder(query)
  if (compiled.kind === 'problem') throw new Error(compiled.text)
  setFinder(editor, compiled.find)
  const found = findStateOf(editor.state).matches.length
  const { left } = replaceAllMatches(editor, replacement, query)
  const markdown = loadMarkdown('', editor.schema).save(editor.state.doc).trimEnd()
  editor.destroy()
  return { found, left, markdown }
}

test.each([
  ['a formula', 'so $cat^2 + cat$ is', 'dog', 'so $dog^2 + dog$ is'],
  ['a link’s label', 'so [[a cat|the cat]] is', 'dog', 'so [[a cat|the dog]] is'],
  ['a link without one, which leads on to its note', 'so [[cat#x]] is', 'dog', 'so [[cat#x|dog › x]] is'],
  ['Markdown that has no picture', 'so <kbd>cat</kbd> is', 'dog', 'so <kbd>dog</kbd> is'],
  ['the whole of a formula', 'so $cat$ is', '', 'so  is'],
])('finds and replaces %s', async (_name, body, replacement, expected) => {
  const { left, markdown } = await replaced(body, 'cat', replacement)
  expect([left, markdown]).toEqual([0, expected])
})

test.each([
  ['a formula', 'the $cat$ is', 'the c', 1],
  ['a picture', 'the ![x](x.png) is', 'the .+ is', 1],
  ['an embed', 'the ![[cat]] is', 'cat', 0],
])('leaves what goes over the edge of %s, or is in it, as it is', async (_name, body, text, found) => {
  expect(await replaced(body, text, 'X', true)).toEqual({ found, left: found, markdown: body })
})

test('replaces over a line break', async () => {
  expect(await replaced('one\\\ntwo', 'one\\ntwo', 'three', true)).toEqual({
    found: 1,
    left: 0,
    markdown: 'three',
  })
})
