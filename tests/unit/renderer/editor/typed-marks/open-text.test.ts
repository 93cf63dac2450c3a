import { afterEach, describe, expect, test } from 'vitest'
import { TypingEditor } from '../typing-editor'

const editors: TypingEditor[] = []
afterEach(() => editors.splice(0).forEach(editor => editor.destroy()))

function type(typed: string, body?: string): string {
  const editor = new TypingEditor(body)
  editors.push(editor)
  return editor.type(typed).markdown
}

describe('what is code is no opening fence:', () => {
  test.each([
    'Use `$HOME` and `$PATH` here',
    '`$a` or $b$ end `$c` z',
    'set `$1` to `$2`. cost $5',
    '`[[x` and ]] `[[y` z [[note]]',
    'a `[^b` c]',
    '$x$ and `y` $z$',
  ])('%j', typed => expect(type(typed)).toBe(typed))

  test('a backtick within code', () =>
    expect(type(' `c` x', 'Inline ``a ` b`` and')).toBe('Inline ``a ` b`` and `c` x'))

  test('code within what a formula would be of', () => expect(type('$a `b` c$')).toBe('\\$a `b` c\\$'))
})

test('a sign within a link is no opening fence', () => {
  expect(type(' b$ c', '[a $x](y) and')).toBe('[a \\$x](y) and b\\$ c')
  expect(type(' b` c', '[a \\`x](y) and')).toBe('[a \\`x](y) and b\\` c')
})
