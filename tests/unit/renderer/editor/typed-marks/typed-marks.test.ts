import { afterEach, describe, expect, test } from 'vitest'
import { TypingEditor } from '../typing-editor'

const editors: TypingEditor[] = []
afterEach(() => editors.splice(0).forEach(editor => editor.destroy()))

function open(body?: string): TypingEditor {
  const editor = new TypingEditor(body)
  editors.push(editor)
  return editor
}

describe('typed signs are marks:', () => {
  test.each([
    '这是**重要**的',
    '这是*重要*的，~~删除~~和==强调==。',
    '**重要：**中文',
    '（**重要**）“*强调*”。**后**',
    '(**b**) "*i*" [~~s~~] ‘==h==’',
    '**b** and *i*, ~~s~~ ==h==',
    '***both*** **~~two~~** *==more==*',
    'a *b **c** d* e, **a *b***',
    '***b* c**',
    'costs $5 and *very* much, **$6**',
    '**2 * 3** and *x_y_z*',
    '**$x^*$ and `a*b`** **`c`**',
    '**[[note]]** *a*',
  ])('%j', typed => expect(open().type(typed).markdown).toBe(typed))

  test.each([
    ['~~**two**~~ ==*more*==.', '**~~two~~** *==more==*.'],
    ['_i_ __b__', '*i* **b**'],
    ['the __init__ of (_x_)', 'the **init** of (*x*)'],
  ])('%j', (typed, saved) => expect(open().type(typed).markdown).toBe(saved))

  test('in a long paragraph', () => {
    const long = 'A **word** and more. '.repeat(100).trim()
    expect(open(long).type(' *z* ==y==').markdown).toBe(`${long} *z* ==y==`)
  })

  test('by an input method too', () => {
    expect(open().type('这是').type('**', true).type('重要', true).type('**', true).type('的').markdown).toBe(
      '这是**重要**的',
    )
  })

  test('before text that is there', () => {
    expect(open('的').moveTo(1).type('**重要**').markdown).toBe('**重要**的')
    expect(open('word').moveTo(1).type('_a_').text).toBe('_a_word')
  })
})

describe('typed signs stay text:', () => {
  test.each([
    'FLOPs = 6 * N * D per token',
    '2 ** 3 ** 4',
    '6 * 7 * 8 done f(*a, *b) and f(**a, **b)',
    'x**2 + y**2 and 2*3*4, (a+b)*(c+d)*2, a[i]*b[j]*c',
    'snake_case_name, _ a _',
    'a_b_, 3_a_',
    'if a==b and c==d, a == b == c',
    '3~5, 6~7 and ~~ a ~~',
    '"*.ts" and "*.js", src/*.ts and test/*.ts',
    '\\*a*, \\==a==',
    '[t](a/_b_',
    'f(*p)*x',
  ])('%j', typed => {
    const editor = open().type(typed)
    expect(editor.text).toBe(typed)
  })
})

test.each([
  ['$V^*(s) = Q^*(s, a)$', '$V^*(s) = Q^*(s, a)$'],
  ['$(*a*)$', '$(*a*)$'],
  ['$$(*a*)$$', '$$(*a*)$$'],
  ['`f(*a, *b*)`', '`f(*a, *b*)`'],
])('%j is no emphasis while it isn’t closed', (typed, saved) =>
  expect(open().type(typed).markdown).toBe(saved),
)

test.each([
  ['undo', '这是**重要*'],
  ['undoInputRule', '这是**重要**'],
] as const)('%s takes a typed mark back', (command, text) => {
  expect(open().type('这是**重要**').run(command).text).toBe(text)
})
