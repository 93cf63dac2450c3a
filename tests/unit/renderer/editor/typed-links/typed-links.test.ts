import { afterEach, describe, expect, test } from 'vitest'
import { TypingEditor } from '../typing-editor'

const editors: TypingEditor[] = []
afterEach(() => editors.splice(0).forEach(editor => editor.destroy()))

function open(): TypingEditor {
  const editor = new TypingEditor()
  editors.push(editor)
  return editor
}

describe('what is typed is a link or an image:', () => {
  test.each([
    '[docs](https://a.com) and more',
    '见[笔记](notes/zma.md)，(see [b](c.md#d))',
    '[a](<b c.md>) [b *c*](d)',
    '[a $x$ b](c "title")',
    '![alt](a.png) and ![](b.png "title")',
    'costs $5, see [a](b)',
  ])('%j', typed => expect(open().type(typed).markdown).toBe(typed))
})

describe('what is typed stays text:', () => {
  test.each([
    '[x](javascript:alert(1))',
    '[a]()',
    '[a] (b)',
    '[a](b c)',
    'f[0](x y)',
    '\\[a](b)',
    '`[a](b)',
    '$f[0](x)',
  ])('%j', typed => expect(open().type(typed).text).toBe(typed))

  test('in code', () => expect(open().type('`[a](b)`').markdown).toBe('`[a](b)`'))
})

test.each([
  ['undo', 'see [a](b'],
  ['undoInputRule', 'see [a](b)'],
] as const)('%s takes a typed link back', (command, text) => {
  expect(open().type('see [a](b)').run(command).text).toBe(text)
})
