import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { docOf, saveNew, schema } from './editor-schema'

describe('of text between two equals signs', () => {
  test.each([
    ['==a==', 'highlight("a")'],
    ['a==b==c', '"a", highlight("b"), "c"'],
    ['==重要：==后面', 'highlight("重要："), "后面"'],
    ['重点==“引号”==内容', '"重点", highlight("“引号”"), "内容"'],
    ['==a **b** [c](d) `e`==', 'highlight("a "), bold(highlight("b"))'],
    ['**==a==** *==b==*', 'bold(highlight("a")), " ", italic(highlight("b"))'],
    ['==a\nb==', 'highlight("a\\nb")'],
    ['==😀==', 'highlight("😀")'],
    ['==a=b==', 'highlight("a=b")'],
    ['==x_y_z==', 'highlight("x_y_z")'],
    ['==a ==b== c==', 'highlight("a b c")'],
    ['==a **b== c**', 'highlight("a **b"), " c**"'],
    ['[==a](b)==', 'link("==a"), "=="'],
  ])('%j is highlighted', (body, expected) => {
    expect(firstBlock(body)).toContain(`paragraph(${expected}`)
  })

  test.each([
    'a == b and c == d',
    '===a===',
    '==a',
    'a==',
    '== a ==',
    '=a=',
    '\\==a==',
    '=\\=a==',
    'x==, y==;',
  ])('%j is none', body => expect(firstBlock(body)).not.toContain('highlight'))

  test.each(['`==a==`', '```\n==a==\n```', '$==a==$', 'Title\n==', 'a\n=='])(
    '%j is code, math or a heading',
    body => {
      expect(firstBlock(body)).not.toContain('highlight')
    },
  )
})

describe('a pair of tags', () => {
  test.each([
    ['H<sub>2</sub>O', '"H", subscript("2"), "O"'],
    ['x<sup>**2**</sup>', '"x", bold(superscript("2"))'],
    ['<sub>a</sub>', 'subscript("a")'],
    ['<sub>a\nb</sub>', 'subscript("a\\nb")'],
    ['a[^1]<sup>2</sup>\n\n[^1]: b', '"a", footnoteReference, superscript("2")'],
  ])('%j is read as a mark', (body, expected) => {
    expect(firstBlock(body)).toBe(`paragraph(${expected})`)
  })

  test.each([
    '<sub>a',
    'a</sup>',
    '<sub></sub>',
    '<sub> a</sub>',
    '<SUB>a</SUB>',
    '<sub class="b">a</sub>',
    '**<sub>a**</sub>',
    '<sub>a</sup>',
    '<kbd>a</kbd> <mark>b</mark> <u>c</u>',
  ])('%j stays source', body => {
    expect(firstBlock(body)).toContain('rawInline')
    expect(firstBlock(body)).not.toContain('script')
  })
})

describe('an edit keeps the marks:', () => {
  test.each<
    readonly [name: string, body: string, place: readonly [text: string, offset: number], saved: string]
  >([
    ['typed inside', '==ab== c', ['ab', 1], '==azqb== c'],
    ['typed before', 'x ==ab==', ['x ', 2], 'x zq==ab=='],
    ['typed before, at the start', '==ab==', ['ab', 0], 'zq==ab=='],
    ['typed after', '==ab== c', [' c', 1], '==ab== zqc'],
    ['typed into the bold in it', '==a **bc** d==', ['bc', 1], '==a **bzqc** d=='],
    ['typed into the link in it', '==a [bc](d)==', ['bc', 1], '==a [bzqc](d)=='],
    ['typed into the code in it', '==a `bc`==', ['bc', 1], '==a `bzqc`=='],
    ['typed beside CJK punctuation', '==注意：==后面', ['后面', 1], '==注意：==后zq面'],
    ['typed over two lines', '> ==a\n> bc==', ['a\nbc', 3], '> ==a\n> bzqc=='],
    ['typed into a cell', '| ==ab== |\n| - |', ['ab', 1], '| ==azqb== |\n| - |'],
    ['typed beside a subscript', 'H<sub>2</sub>O', ['O', 1], 'H<sub>2</sub>Ozq'],
    ['typed into a subscript', 'H<sub>23</sub>O', ['23', 1], 'H<sub>2zq3</sub>O'],
    ['typed into a superscript in bold', '**x<sup>23</sup>**', ['23', 1], '**x<sup>2zq3</sup>**'],
    ['typed into struck out Chinese', '~~删除：~~后面', ['后面', 1], '~~删除：~~后zq面'],
  ])('%s', (_name, body, [text, offset], expected) => {
    const type: Change = (tr, position) => tr.insert(position, word(tr, position, offset))
    const { saved, doc } = edit(body, type, text, offset)
    expect(saved).toBe(expected)
    expect(loadMarkdown(saved, schema).doc.eq(doc)).toBe(true)
  })

  test.each([
    ['a highlight', 'a ==bc== d', 'bc', 'a ==b==\n\n==c== d'],
    ['a highlight with bold', '==a **bc** d==', 'bc', '==a **b**==\n\n==**c** d=='],
    ['a subscript', 'a<sub>bc</sub>', 'bc', 'a<sub>b</sub>\n\n<sub>c</sub>'],
  ])('%s that is split in two', (_name, body, text, expected) => {
    expect(edit(body, (tr, position) => tr.split(position), text, 1).saved).toBe(expected)
  })
})

test.each([
  ['spaces at the ends of a highlight', [marked('a '), plain('b'), marked(' c ')], '==a== b ==c==\n'],
  ['text that would be a highlight', [plain('==a==')], '\\==a\\=\\=\n'],
  ['text with signs that mean nothing', [plain('a == b, c=d, ===')], 'a == b, c=d, ===\n'],
  ['an address with the signs', [linked('a', 'b?c==d==')], '[a](b?c==d==)\n'],
  [
    'a highlight that ends in another mark',
    [marked('a'), marked('b', 'bold'), plain('c', 'bold')],
    '==a**b**==**c**\n',
  ],
  ['text of a tag', [plain('<sub>a</sub>')], '\\<sub>a\\</sub>\n'],
  [
    'bold within a superscript in a word',
    [plain('a'), plain('b', 'superscript', 'bold'), plain('c')],
    'a<sup>**b**</sup>c\n',
  ],
])('new text: %s', (_name, content, expected) => {
  const doc = docOf({ type: 'paragraph', content })
  expect(saveNew(doc)).toBe(expected)
})

function firstBlock(body: string): string {
  return loadMarkdown(body, schema).doc.child(0).toString()
}

type Change = (tr: Transaction, position: number) => Transaction

function edit(
  body: string,
  change: Change,
  text: string,
  offset: number,
): { saved: string; doc: ProseMirrorNode } {
  const { doc, save } = loadMarkdown(body, schema)
  const edited = change(EditorState.create({ doc }).tr, positionOf(doc, text) + offset).doc
  return { saved: save(edited), doc: edited }
}

/** A word as it is typed: with the marks of what it is typed into, but before the first text without any. */
function word(tr: Transaction, position: number, offset: number): ProseMirrorNode {
  const $position = tr.doc.resolve(position)
  return schema.text('zq', offset === 0 ? [] : $position.marks())
}

function positionOf(doc: ProseMirrorNode, text: string): number {
  let found: number | undefined
  doc.descendants((node, position) => {
    if (node.text === text) found ??= position
  })
  if (found === undefined) throw new Error(`no text ${text}`)
  return found
}

function plain(text: string, ...marks: string[]): object {
  return { type: 'text', text, marks: marks.map(type => ({ type })) }
}

function marked(text: string, ...marks: string[]): object {
  return plain(text, 'highlight', ...marks)
}

function linked(text: string, href: string): object {
  return { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }
}
