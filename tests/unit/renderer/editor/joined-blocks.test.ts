import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from './editor-schema'

describe('typing into a block leaves the blocks beside it as they are when', () => {
  test.each([
    [
      'a list and the paragraph after it are indented (found in a list of definitions)',
      'Term\n: What it means:\n\n  - one\n  - two\n\n  It means more.\n',
      'one',
      'Term\n: What it means:\n\n  - zqone\n  - two\n\n  It means more.\n',
    ],
    [
      'an indented fence stands between indented paragraphs',
      ' a\n\n  ```js\n  b\n  ```\n\n  c\n',
      'b',
      ' a\n\n  ```js\n  zqb\n  ```\n\n  c\n',
    ],
    [
      'a numbered paragraph follows indented code (it would be a list by itself)',
      'a\n\n    code\n\n3. not a list here\n',
      'code',
      'a\n\n    zqcode\n\n3. not a list here\n',
    ],
    [
      'a list ends in a tag without a blank line (it would be a block by itself)',
      '<Steps>\n1. a\n\n2. b\n\n3. c\n</Steps>\n\nLast words.\n',
      'Last words.',
      '<Steps>\n1. a\n\n2. b\n\n3. c\n</Steps>\n\nzqLast words.\n',
    ],
    [
      'lines of white space stand between them',
      'a\n \t\n\n  \nb\n\t\n- c\n',
      'b',
      'a\n \t\n\n  \nzqb\n\t\n- c\n',
    ],
    [
      'a tag directly after a definition is part of a paragraph (it would be a block by itself)',
      '[a]: b\n<del>\nword\n</del>\n',
      '\nword\n',
      '[a]: b\n<del>zq\nword\n</del>\n',
    ],
    [
      'a footnote is an unclosed comment and takes the line break after it',
      '[^1]: <!-- a\n  - b\n',
      'b',
      '[^1]: <!-- a\n  - zqb\n',
    ],
    ['a lone carriage return ends a line', 'a\r\r\nb\r\n', 'b', 'a\r\r\nzqb\r\n'],
  ])('%s', (_name, body, text, expected) => {
    expect(typeAt(body, text)).toBe(expected)
  })
})

test('a new list beside one of the note takes other markers, and the note’s list stays (was rewritten)', () => {
  const { doc, save } = loadMarkdown('a\n\n- b\n-   c\n', schema)
  const list = schema.nodeFromJSON({
    type: 'bulletList',
    content: [
      { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'new' }] }] },
    ],
  })
  expect(save(doc.copy(doc.content.replaceChild(0, list)))).toBe('* new\n\n- b\n-   c\n')
})

test('a list between two others has a third kind of marker', () => {
  const { doc, save } = loadMarkdown('- a\n\nb\n\n* c\n', schema)
  const list = schema.nodeFromJSON({ ...doc.child(0).toJSON(), attrs: { spread: true } })
  expect(save(doc.copy(doc.content.replaceChild(1, list)))).toBe('- a\n\n+ a\n\n* c\n')
})

test('indented code that an edited list would take in is kept apart by a comment', () => {
  const { doc, save } = loadMarkdown('1. a\n\n  2. b\n\n    3. c\n', schema)
  const { tr } = EditorState.create({ doc })
  expect(save(tr.delete(1, 1 + (doc.firstChild?.firstChild?.nodeSize ?? 0)).doc)).toBe(
    '1. b\n\n<!-- -->\n\n    3. c\n',
  )
})

test('a list keeps the indentation that keeps it apart from code (took the code in)', () => {
  expect(typeAt('1. a\n\n  2. b\n\n    3. c\n', 'a')).toBe('1. zqa\n\n  2. b\n\n    3. c\n')
})

test('a byte order mark within a text is not put in front of all (was taken for one)', () => {
  const { doc, save } = loadMarkdown('x\n\n\ufeff# a\n', schema)
  const rest = EditorState.create({ doc })
    .tr.insertText('zq', doc.content.size - 1)
    .delete(0, doc.child(0).nodeSize)
  expect(save(rest.doc)).toBe('&#xFEFF;# azq\n')
})

function typeAt(body: string, text: string): string {
  const { doc, save } = loadMarkdown(body, schema)
  return save(EditorState.create({ doc }).tr.insertText('zq', positionOf(doc, text)).doc)
}

function positionOf(doc: ProseMirrorNode, text: string): number {
  let found: number | undefined
  doc.descendants((node, position) => {
    if (node.text === text) found ??= position
  })
  if (found === undefined) throw new Error(`no text ${text}`)
  return found
}
