import { getNodeType } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { EditorState } from '@tiptap/pm/state'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { docOf, saveNew, schema } from './editor-schema'

const text = (value: string, ...marks: string[]) => ({
  type: 'text',
  text: value,
  marks: marks.map(type => ({ type })),
})
const link = (value: string, href: string) => ({
  type: 'text',
  text: value,
  marks: [{ type: 'link', attrs: { href } }],
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const quote = (...content: object[]) => ({ type: 'blockquote', content })
const list = (type: string, ...items: object[][]) => ({
  type,
  content: items.map(content => ({ type: type === 'taskList' ? 'taskItem' : 'listItem', content })),
})
const row = (type: string, ...cells: object[]) => ({
  type: 'tableRow',
  content: cells.map(cell => ({ type, content: [cell].flat() })),
})

describe('a new document', () => {
  test.each([
    ['nothing', [paragraph()], ''],
    ['empty paragraphs around text', [paragraph(), paragraph(text('a')), paragraph()], 'a\n'],
    ['spaces at the ends of a line', [paragraph(text(' a '))], 'a\n'],
    [
      'plain text with marks that mean nothing there',
      [paragraph(text('snake_case 2 * 3, $5 & a < b [x] #tag'))],
      'snake_case 2 * 3, $5 & a < b [x] #tag\n',
    ],
    [
      'text that would be Markdown',
      [paragraph(text('*a* and `b`')), paragraph(text('1. x')), paragraph(text('# y'))],
      '\\*a\\* and \\`b\\`\n\n1\\. x\n\n\\# y\n',
    ],
    ['text that would be a wiki link', [paragraph(text('[[a]]'))], '\\[\\[a]]\n'],
    ['bold with spaces inside', [paragraph(text('a'), text(' b ', 'bold'), text('c'))], 'a **b** c\n'],
    ['bold that is only a space', [paragraph(text('a'), text(' ', 'bold'), text('b'))], 'a b\n'],
    ['bold beside Chinese', [paragraph(text('重要：', 'bold'), text('后面'))], '**重要：**后面\n'],
    ['bold in italic', [paragraph(text('a', 'bold', 'italic'))], '***a***\n'],
    ['code with backticks', [paragraph(text('a`b', 'code'))], '``a`b``\n'],
    ['bold code', [paragraph(text('a', 'code', 'bold'))], '**`a`**\n'],
    [
      'an address that is its own text',
      [paragraph(link('https://a.b/c_d', 'https://a.b/c_d'))],
      'https://a.b/c_d\n',
    ],
    [
      'an address that text follows',
      [paragraph(link('https://a.b', 'https://a.b'), text('c'))],
      '<https://a.b>c\n',
    ],
    ['a link with spaces in its address', [paragraph(link('a', 'b c.md'))], '[a](<b c.md>)\n'],
    [
      'a broken line',
      [paragraph(text('a'), { type: 'hardBreak' }, text('b'), { type: 'hardBreak' })],
      'a\\\nb\n',
    ],
    [
      'a nested list',
      [
        list(
          'bulletList',
          [paragraph(text('a')), list('orderedList', [paragraph(text('b'))])],
          [paragraph()],
        ),
      ],
      '- a\n  1. b\n-\n',
    ],
    [
      'tasks, one of them empty',
      [list('taskList', [paragraph(text('a'))], [paragraph()])],
      '- [ ] a\n- [ ]\n',
    ],
    [
      'two lists in a row',
      [list('bulletList', [paragraph(text('a'))]), list('bulletList', [paragraph(text('b'))])],
      '- a\n\n* b\n',
    ],
    [
      'three lists in a row',
      [...'abc'].map(name => list('orderedList', [paragraph(text(name))])),
      '1. a\n\n1) b\n\n1. c\n',
    ],
    [
      'a table with lines, bars and an empty cell',
      [
        {
          type: 'table',
          content: [
            row('tableHeader', paragraph(text('a|b')), paragraph()),
            row('tableCell', [paragraph(text('x')), paragraph(text('y'))], paragraph(text('c|d', 'code'))),
          ],
        },
      ],
      '| a\\|b | |\n| --- | --- |\n| x<br>y | `c\\|d` |\n',
    ],
    [
      'code with a fence inside',
      [{ type: 'codeBlock', attrs: { language: 'md' }, content: [text('```\na\n```')] }],
      '````md\n```\na\n```\n````\n',
    ],
    [
      'a callout beside what must be escaped (it was a plain quote then)',
      [quote(paragraph(text('[!my-tip]- T\nb')), paragraph(text('<b>')))],
      '> [!my-tip]- T\n> b\n>\n> \\<b>\n',
    ],
    [
      'a quote that would begin with a link',
      [quote(paragraph(text('[!a](b) <b>')))],
      '> \\[!a]\\(b) \\<b>\n',
    ],
  ])('with %s', (_name, blocks, expected) => {
    expect(saveNew(docOf(...blocks))).toBe(expected)
  })
})

describe('an edited block keeps the style of', () => {
  test.each([
    ['its bullets', '* one\n* two\n', '* onezq\n* two\n'],
    ['its numbers', '1) one\n1) two\n', '1) onezq\n1) two\n'],
    ['its underlines', 'Title\n=====\n\nb\n', 'Titlezq\n=======\n\nb\n'],
    ['its emphasis', 'a __b__ _c_\n', 'a zq**b** *c*\n'],
    ['its fence', '~~~py\nx\n~~~\n', '~~~py\nxzq\n~~~\n'],
    ['its indented code', 'a\n\n    x\n', 'azq\n\n    x\n'],
    ['its line breaks', 'a  \nb\n', 'azq  \nb\n'],
    ['its line endings', 'a\r\n- b\r\n', 'azq\r\n- b\r\n'],
    [
      'its aligned table',
      '| a | b  |\n|---|----|\n| 1 | 22 |\n',
      '| azq | b  |\n|-----|----|\n| 1   | 22 |\n',
    ],
    ['its angle brackets', 'a <https://x.y>\n', 'a zq<https://x.y>\n'],
    ['its callout', '> [!note] T\n> body\n', '> [!note] T\n> bodyzq\n'],
  ])('%s', (_name, body, expected) => {
    const { doc, save } = loadMarkdown(body, schema)
    const first = doc.child(0)
    const at = first.isTextblock ? 1 + (first.firstChild?.nodeSize ?? 0) : endOfFirstText(doc)
    expect(save(EditorState.create({ doc }).tr.insertText('zq', at).doc)).toBe(expected)
  })
})

describe('an edited block keeps what was not edited:', () => {
  test.each([
    [
      'padded cells',
      '| Name  | Role |\n|:------|-----:|\n| Ann | x |\n',
      'Ann',
      '| Name  | Role |\n|:------|-----:|\n| Annzq | x |\n',
    ],
    ['character references', '* a&rlm; b\n* c &copy; d\n', 'c', '* a&rlm; b\n* czq &copy; d\n'],
    ['spaces at the ends of lines', '- one \n  two\n- three\n', 'three', '- one \n  two\n- threezq\n'],
    ['several indentations', '- a\n    - b\n- c\n  - d\n', 'c', '- a\n    - b\n- czq\n  - d\n'],
    ['several marks of emphasis', '*a* and _b_ and __c__ end\n', 'end', '*a* and _b_ and __c__ endzq\n'],
    ['long fences of code', 'see ```x``` there\n', 'there', 'see ```x``` therezq\n'],
    ['escapes that need not be', 'a\\_b \\- c d\n', ' c d', 'a\\_b \\- c dzq\n'],
    ['numbers that do not rise', '1. a\n1. b\n3. c\n', 'b', '1. a\n1. bzq\n3. c\n'],
    ['lazy lines of a quote', '> a\nb\n> c\n', 'c', '> a\nb\n> czq\n'],
    ['Windows line endings', '* a \r\n* b\r\n', 'b', '* a \r\n* bzq\r\n'],
    ['the indentation of a whole list', '  * a\n  *  b\n', 'b', '  * a\n  *  bzq\n'],
  ])('%s', (_name, body, after, expected) => {
    expect(typeAfter(body, after, 'zq')).toBe(expected)
  })

  test('only what was typed is escaped', () => {
    expect(typeAfter('- snake_case [x]\n- b\n', 'b', ' *c*')).toBe('- snake_case [x]\n- b \\*c\\*\n')
  })
})

test('the list after a deleted paragraph stays a list of its own', () => {
  const { doc, save } = loadMarkdown('- a\n\nbetween\n\n- b\n', schema)
  const { tr } = EditorState.create({ doc })
  const from = doc.child(0).nodeSize
  expect(save(tr.delete(from, from + doc.child(1).nodeSize).doc)).toBe('- a\n\n* b\n')
})

test.each([
  ['a footnote', '[^1]: a\n\n', '[^1]: ```\n    a\n    ```\n\n'],
  ['an item', '- a\n\n', '-     a\n\n'],
  ['a task', '- [ ] a\n\n', '- [ ]\n\n      a\n\n'],
])('code at the beginning of %s is code in a file that indents it', (_, body, expected) => {
  const rest = 'x[^1]\n\n    code\n'
  const { doc, save } = loadMarkdown(body + rest, schema)
  const { tr } = EditorState.create({ doc })
  const at = endOfFirstText(doc)
  tr.setBlockType(at, at, getNodeType('codeBlock', schema))
  expect(save(tr.doc)).toBe(expected + rest)
})

test('an empty note gets a final newline with its first words', () => {
  const { doc, save } = loadMarkdown('', schema)
  expect([save(doc), save(EditorState.create({ doc }).tr.insertText('a', 1).doc)]).toEqual(['', 'a\n'])
})

/** `body` after `typed` was typed behind a text. */
function typeAfter(body: string, text: string, typed: string): string {
  const { doc, save } = loadMarkdown(body, schema)
  let end = 0
  doc.descendants((node, position) => {
    const at = node.text?.lastIndexOf(text) ?? -1
    if (at >= 0) end = position + at + text.length
  })
  return save(EditorState.create({ doc }).tr.insertText(typed, end).doc)
}

function endOfFirstText(doc: ReturnType<typeof docOf>): number {
  let at = 0
  doc.descendants((node, position) => {
    if (node.isText && at === 0) at = position + node.nodeSize
  })
  return at
}
