import { afterEach, describe, expect, test } from 'vitest'
import { TypingEditor } from './typing-editor'

const editors: TypingEditor[] = []
afterEach(() => editors.splice(0).forEach(editor => editor.destroy()))

function open(body: string): TypingEditor {
  const editor = new TypingEditor(body)
  editors.push(editor)
  return editor
}

const fenced = (code: string) => `\`\`\`\n${code}\n\`\`\``

describe('code of a paragraph holds the Markdown (was lost) of', () => {
  test.each([
    ['a link to a note and a formula', 'Para [[zed|Link]] mid $cat^2$ tail.'],
    ['a footnote', 'Text[^1] on.'],
    ['an image', 'See ![cat](cat.png) here'],
    ['links and marks', 'A **bold** [link](https://a.example "t") and `code`'],
    ['a line break of the source', 'one $x$\ntwo'],
  ])('%s', (_name, source) => {
    const editor = open(source)
    expect(editor.run('toggleCodeBlock').markdown).toBe(fenced(source))
    expect(editor.run('toggleCodeBlock').markdown).toBe(source)
    editor.run('undo').run('undo')
    expect(editor.markdown).toBe(source)
  })

  test('what is before the caret, which stays where it is', () => {
    const editor = open('a [[b]] c $x$').moveTo(5).run('toggleCodeBlock').type('!')
    expect(editor.markdown).toBe(fenced('a [[b]] !c $x$'))
  })

  test('a paragraph in a quote', () => {
    expect(open('> a $x$ b').run('toggleCodeBlock').markdown).toBe('> ```\n> a $x$ b\n> ```')
  })

  test('a paragraph before which a fence is typed', () => {
    const editor = open('a [[b]] c\n\nd').moveTo(1).type('``` ')
    expect(editor.markdown).toBe(`${fenced('a [[b]] c')}\n\nd`)
    expect(editor.run('undo').markdown).not.toContain('\n```\n')
  })
})

test('code that is no Markdown stays the text that it is', () => {
  expect(open(fenced('  a_b = __init__')).run('toggleCodeBlock').text).toBe('  a_b = __init__')
  expect(open('a * b < c').run('toggleCodeBlock').markdown).toBe(fenced('a * b < c'))
})

test('dollar signs before a link are text (the link was lost)', () => {
  expect(open('a [[b]] c').moveTo(1).type('$$ ').markdown).toContain('[[b]]')
})
