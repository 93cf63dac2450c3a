import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvExport } from '../../../../../../src/shared/domain/export/csv/csv-export'
import { csvRow } from '../../../../../../src/shared/domain/export/csv/csv-text'
import { exportWords } from '../../../../../../src/shared/domain/export/export-words'
import { markdownToText } from '../../../../../../src/shared/domain/export/csv/markdown-to-text'
import { readerOf, sourceOf, type ExportFixture } from '../export-fixture'
import { hostileNotes, hostileTitles } from '../hostile-texts'
import { readRows } from '../read-rows'

const answer = (body: string, ...ids: string[]) => `---\nanswers: [${ids.join(', ') || 'q-1'}]\n---\n${body}`

async function rowsOf(fixture: ExportFixture): Promise<string[][]> {
  const result = new CsvExport(sourceOf(fixture), {
    read: readerOf(fixture),
    marksOf: id =>
      id === 'q-1'
        ? { status: 'answered', confidence: 4, dueAt: 1_700_000_000_000 }
        : { status: 'not started', confidence: null, dueAt: null },
  })
  const rows: string[][] = []
  for await (const row of result.rows()) rows.push(row)
  return rows
}

describe('CsvExport', () => {
  it('has a row for each question with what is known of it', async () => {
    const rows = await rowsOf({
      notes: {
        'notes/a.md': answer(
          'An *answer* to [[gates#^q-2|why]].\n\n![i](../attachments/i%201.png)',
          'q-1',
          'q-2',
        ),
        'notes/Free.md': 'x',
      },
      files: ['attachments/i 1.png'],
    })
    const markdown = 'An *answer* to why.\n\n![i](attachments/i%201.png)'
    const text = 'An answer to why.\n\ni'
    expect(rows).toEqual([
      [
        'q-1',
        'gates',
        '1 Gates',
        'What is a gate?',
        'answered',
        '4',
        '2023-11-14T22:13:20.000Z',
        markdown,
        text,
      ],
      ['q-2', 'gates', '1 Gates', 'Why?', 'not started', '', '', markdown, text],
    ])
  })

  it('reads back whatever titles and notes say, and starts no formula', async () => {
    const list = hostileTitles.map((title, index) => `- ${title.replace(/\s/g, ' ')} ^q-${index}\n`).join('')
    const rows = await rowsOf({
      lists: { 'a.md': `## =1+1\n\n${list}` },
      notes: Object.fromEntries(
        [...hostileNotes, '=1', '+1', '-1', '@a', "'=1"].map((text, index) => [
          `notes/${index}.md`,
          answer(text, `q-${index % hostileTitles.length}`),
        ]),
      ),
    })
    const read = readRows(rows.map(csvRow).join(''), ',')
    expect(read.map(row => row.map(cell => cell.replace(/^'(?='*[=+\-@\t\r\n])/, '')))).toEqual(rows)
    for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  })
})

describe('csvRow', () => {
  it.each([
    ['=1', "'=1"],
    ["'=1", "''=1"],
    ["'a", "'a"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['a,b', '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ['a\r\nb', '"a\r\nb"'],
    [' a', '" a"'],
  ])('writes %j as %s', (text, expected) => {
    expect(csvRow([text, 'x'])).toBe(`${expected},x\r\n`)
  })

  it('can be read back whatever it holds', () => {
    const cell = fc.string({
      unit: fc.constantFrom('=', "'", '-', '"', ',', '\r', '\n', '\t', 'a', ' ', '中'),
    })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1 }), rows => {
        const read = readRows(rows.map(csvRow).join(''), ',')
        expect(read.map(row => row.map(text => text.replace(/^'(?='*[=+\-@\t\r\n])/, '')))).toEqual(rows)
      }),
    )
  })
})

describe('markdownToText', () => {
  it.each([
    ['# A *b*\n\nc `d` **e** [f](g) ![h](i)\\\nj', 'A b\n\nc d e f h\nj'],
    ['- a\n- b\n  - c', '- a\n- b\n  - c'],
    ['3. a\n4. b\n\n   c', '3. a\n4. b\n\n   c'],
    ['- [x] a\n- [ ] b', '- [x] a\n- [ ] b'],
    ['- a\n- [ ]\n- \\[ ]', '- a\n- [ ] \n- [ ]'],
    ['> a\n>\n> b', 'a\n\nb'],
    ['| a | b |\n| - | - |\n| c | d |', 'a\tb\nc\td'],
    ['```js\nlet  a\n```', 'let  a'],
    ['$$\nx\n$$\n\n$y$ ==z==', 'x\n\ny z'],
    ['a[^1]\n\n[^1]: b', 'a[1]\n\n[1] b'],
    ['<b>x</b>', '<b>x</b>'],
    ['H<sub>2</sub>O<br>x<sup>*2*</sup><!-- no -->', 'H2O\nx2'],
    ['> [!note]\n> a\n\n> [!tip]- *T*\n>\n> b', 'Note\n\na\n\nT\n\nb'],
    ['![a|150](i.png) ![b|15x20][i]\n\n[i]: i.png', 'a b'],
    ['| a |\n| - |\n| b<br/>c |', 'a\nb\nc'],
    ['a\n\n<!-- no\n\nno -->\n\n<br>\n\nb', 'a\n\nb'],
  ])('reads %j', (markdown, text) => {
    expect(markdownToText(markdown, exportWords.en)).toBe(text)
  })
})
