import { afterEach, describe, expect, test } from 'vitest'
import type { EditorActionId } from '../../../../../src/renderer/editor/actions/editor-action'
import { TypingEditor } from '../typing-editor'

const editors: TypingEditor[] = []
afterEach(() => editors.splice(0).forEach(editor => editor.destroy()))

function open(body: string): TypingEditor {
  const editor = new TypingEditor(body)
  editors.push(editor)
  return editor
}

describe('made of the text below the title of a callout (its marker went with it):', () => {
  const body = '# Before\n\n> [!note] T\n> body\n> more'
  test.each<[EditorActionId, string]>([
    ['bulletList', '> [!note] T\n>\n> - body\n>   more'],
    ['orderedList', '> [!note] T\n>\n> 1. body\n>    more'],
    ['taskList', '> [!note] T\n>\n> - [ ] body\n>   more'],
    ['heading2', '> [!note] T\n>\n> body\n> more\n> ----'],
    ['codeBlock', '> [!note] T\n>\n> ```\n> body\n> more\n> ```'],
    ['quote', '> [!note] T\n\nbody\nmore'],
    ['paragraph', '> [!note] T\n\nbody\nmore'],
    ['tip', '> [!note] T\n>\n> > [!tip]\n> > body\n> > more'],
  ])('%s', (id, expected) => {
    const editor = open(body).select('bo', true)
    expect(editor.make(id).markdown).toBe(`# Before\n\n${expected}`)
    expect(editor.run('undo').markdown).toBe(body)
  })

  test('the caret stays at its word', () => {
    expect(open(body).select('bo', true).make('bulletList').type('X').markdown).toBe(
      '# Before\n\n> [!note] T\n>\n> - boXdy\n>   more',
    )
  })

  test('without a title, and below a broken line', () => {
    expect(open('> [!note]\n> body').make('bulletList').markdown).toBe('> [!note]\n>\n> - body')
    expect(open('> [!note] T\\\n> body').make('heading1').markdown).toBe('> [!note] T\n>\n> # body')
  })
})

test('what is selected from the title on leaves the title out', () => {
  const editor = open('> [!note] T\n> body\n>\n> more').select('T\nbody')
  expect(editor.make('bulletList').markdown).toBe('> [!note] T\n>\n> - body\n>\n> more')
})

test.each<EditorActionId>(['bulletList', 'taskList', 'heading2', 'codeBlock', 'quote', 'paragraph', 'tip'])(
  'in the title nothing is made: %s',
  id => {
    const body = '> [!note] T\n> body'
    expect(open(body).select('T', true).make(id).markdown).toBe(body)
  },
)
