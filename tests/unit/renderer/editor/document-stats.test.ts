import { expect, test } from 'vitest'
import { sizeOfText } from '../../../../src/shared/domain/markdown/text-size'
import { documentStats, rangeSize } from '../../../../src/renderer/editor/document-stats'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { schema } from './editor-schema'

const { doc } = loadMarkdown('# One two\n\nthree **four** 五六\n\n- seven\n- eight\n\nnine\n', schema)

test('a document has the size of its text and a list of its headings', () => {
  expect(documentStats(doc)).toEqual([
    { ...sizeOfText('One two three four 五六 seven eight nine'), charactersWithSpaces: 34 },
    [{ index: 0, level: 1, text: 'One two' }],
  ])
})

test('the whole document as a range has the size of the document', () => {
  expect(rangeSize(doc, 0, doc.content.size)).toEqual(documentStats(doc)[0])
})

test.each([
  ['links by their names', 'Because of erosion, see [[Alpha]] and [[New idea]]\n', 8],
  ['a link by its label', 'See [[llm#^llm-01-02|the second one]].\n', 4],
  ['a link by its note and heading', 'See [[Alpha#Its end]].\n', 4],
  ['no embeds, images or formulas', 'Two words ![[Alpha]] ![its text](a.png) $x y$\n', 2],
])('words are counted with %s', (_name, markdown, words) => {
  expect(documentStats(loadMarkdown(markdown, schema).doc)[0].words).toBe(words)
})

test.each([
  ['a word', 'four', 'four', 1],
  ['a part of a paragraph', 'three', '五', 3],
  ['the end of one block and the beginning of another', 'two', 'three', 2],
  ['blocks between the ends of the range', 'four', 'nine', 6],
  ['items of a list', 'seven', 'eight', 2],
])('%s has its words', (_name, first, last, words) => {
  expect(rangeSize(doc, startOf(first), startOf(last) + last.length).words).toBe(words)
})

function startOf(text: string): number {
  let start = -1
  doc.descendants((node, position) => {
    const at = node.text?.indexOf(text) ?? -1
    if (at >= 0) start = position + at
  })
  return start
}
