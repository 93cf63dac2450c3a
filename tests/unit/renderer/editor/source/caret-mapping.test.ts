import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { fromSourceOffset, toSourceOffset } from '../../../../../src/renderer/editor/source/caret-mapping'
import { schema } from '../editor-schema'
import { selectText } from '../select-text'

/** The caret is at the bar right before the text. */
const places = [
  ['the beginning', '|one\n\ntwo\n', 'one'],
  ['the middle of a word in another block', 'one\n\nt|wo\n', 'wo'],
  ['emphasis', '**a b|c** d\n', 'c'],
  ['a heading', '# a\n\n## b|c\n', 'c'],
  ['a nested item', '- a\n  - b\n\n    c|d\n', 'd'],
  ['a quote of two lines', '> a\n> b|c\n', 'c'],
  ['a table’s cell', '| a | b |\n| - | - |\n| c | d|e |\n', 'e'],
  ['code', '```js\nlet a = |1\n```\n', '1'],
  ['text after a link', 'a [b](c.md "d") e|f\n', 'f'],
  ['Chinese text', '一\n\n键值|缓存\n', '缓存'],
  ['lines that end as on Windows', 'a\r\n\r\nb|c\r\n', 'c'],
] as const

describe('the caret is at the same place in the source and in the text', () => {
  test.each(places)('%s', (_name, marked, text) => {
    const offset = marked.indexOf(`|${text}`)
    const body = marked.slice(0, offset) + marked.slice(offset + 1)
    const loaded = loadMarkdown(body, schema)
    const position = positionBefore(loaded.doc, text)
    expect([
      toSourceOffset(loaded.doc, position, loaded.save),
      fromSourceOffset(loaded, body, offset),
    ]).toEqual([offset, position])
  })
})

test('a caret within the signs of Markdown goes to the text beside them', () => {
  const body = 'a **bold** c\n'
  const loaded = loadMarkdown(body, schema)
  expect(fromSourceOffset(loaded, body, body.indexOf('**') + 1)).toBe(positionBefore(loaded.doc, 'bold'))
})

test('escapes and entities are passed over on the way to the text', () => {
  const body = 'a\\* &amp; bc\n'
  const loaded = loadMarkdown(body, schema)
  expect(fromSourceOffset(loaded, body, body.indexOf('c'))).toBe(positionBefore(loaded.doc, 'c'))
})

test('offsets outside of the source are its ends', () => {
  const loaded = loadMarkdown('ab\n', schema)
  expect([fromSourceOffset(loaded, 'ab\n', -5), fromSourceOffset(loaded, 'ab\n', 99)]).toEqual([1, 3])
  expect(fromSourceOffset(loadMarkdown('', schema), '', 7)).toBe(1)
})

test('every offset of every source is a position of its document', () => {
  const part = fc.constantFrom('a', '*', '\n', '- ', '`', '[', '](b)', '|', '> ', '字')
  const text = fc.array(part, { maxLength: 10 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, fc.nat({ max: 20 }), (body, offset) => {
      const loaded = loadMarkdown(body, schema)
      const position = fromSourceOffset(loaded, body, Math.min(offset, body.length))
      expect(position).toBeGreaterThanOrEqual(0)
      expect(position).toBeLessThanOrEqual(loaded.doc.content.size)
      expect(toSourceOffset(loaded.doc, position, loaded.save)).toBeLessThanOrEqual(body.length)
    }),
  )
})

function positionBefore(doc: Parameters<typeof selectText>[0], text: string): number {
  return selectText(doc, text).selection.from
}
