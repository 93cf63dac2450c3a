import { afterEach, describe, expect, test } from 'vitest'
import type { EditorActionId } from '../../../../src/renderer/editor/actions/editor-action'
import { TypingEditor } from './typing-editor'

const editors: TypingEditor[] = []
afterEach(() => editors.splice(0).forEach(editor => editor.destroy()))

function open(body: string): TypingEditor {
  const editor = new TypingEditor(body)
  editors.push(editor)
  return editor
}

const list = '- a\n  - b\n- c'

describe('turnBlock makes of a block', () => {
  test.each<[string, string, EditorActionId, string]>([
    ['paragraphs of a list (nothing happened)', list, 'paragraph', 'a\n\nb\n\nc'],
    ['paragraphs of a list with headings', '- ## a\n- b', 'paragraph', 'a\n\nb'],
    ['numbers of bullets on every level', list, 'orderedList', '1. a\n   1. b\n2. c'],
    ['tasks of numbers', '1. a\n2. b', 'taskList', '- [ ] a\n- [ ] b'],
    ['no list of a list of the kind (the first level alone)', list, 'bulletList', 'a\n\nb\n\nc'],
    ['a quote of a list', list, 'quote', '> - a\n>   - b\n> - c'],
    ['paragraphs of a quote', '> a\n>\n> - b', 'paragraph', 'a\n\n- b'],
    ['headings of a quote', '> a\n>\n> b', 'heading2', '> ## a\n>\n> ## b'],
    ['a list of a quote', '> a\n>\n> b', 'bulletList', '> - a\n> - b'],
    ['paragraphs of a callout', '> [!tip] Head\n> body\n>\n> more', 'paragraph', 'Head\nbody\n\nmore'],
    ['a quote of a callout', '> [!tip]\n> body', 'quote', '> body'],
    ['a quote of a table', '| a |\n| --- |\n| b |', 'quote', '> | a |\n> | --- |\n> | b |'],
    ['a heading of text', 'a $x$', 'heading2', '## a $x$'],
    ['text of code', '```\na $x$\n```', 'codeBlock', 'a $x$'],
  ])('%s', (_name, body, id, expected) => {
    const editor = open(body)
    expect(editor.turn(id).markdown).toBe(expected)
    expect(editor.run('undo').markdown).toBe(body)
  })
})

describe('each turn that is offered changes the block', () => {
  test.each([
    ['text', 'a'],
    ['a heading', '## a'],
    ['code', '```\na\n```'],
    ['a formula', '$$\nx\n$$'],
    ['HTML', '<div>a</div>'],
    ['a list', list],
    ['numbers', '1. a\n2. - b'],
    ['tasks', '- [ ] a\n- [x] b'],
    ['a quote', '> a\n>\n> b'],
    ['a quote with a list', '> - a'],
    ['a callout', '> [!tip] a'],
    ['a table', '| a |\n| --- |\n| b |'],
    ['a rule', '---'],
    ['a footnote', '[^1]: a'],
  ])('%s', (_name, body) => {
    const unchanged = open(body).turns.filter(({ id }) => open(body).turn(id).markdown === body)
    expect(unchanged.map(({ id }) => id)).toEqual([])
  })

  test('and a list or a table has no heading', () => {
    for (const body of [list, '| a |\n| --- |\n| b |']) {
      expect(open(body).turns.map(({ id }) => id)).not.toContain('heading2')
    }
  })
})
