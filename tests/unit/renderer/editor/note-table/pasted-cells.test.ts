import { describe, expect, test } from 'vitest'
import { Slice } from '@tiptap/pm/model'
import {
  asLinesOfCell,
  readTabbedCells,
  tableOf,
} from '../../../../../src/renderer/editor/extensions/note-table/pasted-cells'
import { loadMarkdown } from '../../../../../src/renderer/editor/markdown/load-markdown'
import { docOf, saveNew, schema } from '../editor-schema'

describe('text with tabs is cells', () => {
  test.each([
    [
      'as Excel ends its lines',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'with empty cells',
      '\tx\t\na\t\tb',
      [
        ['', 'x', ''],
        ['a', '', 'b'],
      ],
    ],
    ['with a line break and quotation marks in a cell', '"a\nsaid ""b"""\tc', [['a\nsaid "b"', 'c']]],
    [
      'with a quotation mark that ends nowhere',
      '"a\tb\n5\tc',
      [
        ['"a', 'b'],
        ['5', 'c'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(readTabbedCells(text)).toEqual(expected)
  })
})

describe('text is no cells when', () => {
  test.each([
    ['it has no tab', 'a b\nc d'],
    ['its rows aren’t equally long', '- a\n\t- b\n'],
    ['tabs indent it', '\tif x:\n\ty()'],
    ['it is a list of a word processor', '1.\tone\n2.\ttwo\n'],
  ])('%s', (_name, text) => {
    expect(readTabbedCells(text)).toBeUndefined()
  })
})

test('pasted cells are written as they were read, bars and lines too', () => {
  const markdown = saveNew(
    docOf(
      tableOf(
        [
          ['a|b', '*c*'],
          ['d\ne', ''],
        ],
        schema,
      ).toJSON() as object,
    ),
  )
  expect(markdown).toBe('| a\\|b | \\*c\\* |\n| --- | --- |\n| d<br>e | |\n')
})

test('blocks become the lines of a cell, code in code marks', () => {
  const { doc } = loadMarkdown('# T\n\n- a\n- **b**\n\n```\nx|y\nz\n```\n', schema)
  const lines = asLinesOfCell(new Slice(doc.content, 0, 0), schema)
  const cell = { type: 'tableHeader', content: lines?.content.toJSON() as object[] }
  const table = docOf({ type: 'table', content: [{ type: 'tableRow', content: [cell] }] })
  expect(saveNew(table).split('\n')[0]).toBe('| T<br>a<br>**b**<br>`x\\|y`<br>`z` |')
})

test('a table isn’t made lines', () => {
  const { doc } = loadMarkdown('| a |\n| - |\n', schema)
  expect(asLinesOfCell(new Slice(doc.content, 0, 0), schema)).toBeUndefined()
})
