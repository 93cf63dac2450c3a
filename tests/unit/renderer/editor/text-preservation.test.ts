import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { parseNote } from '../../../../src/renderer/editor/markdown/parse-note'
import { blocks as blockOfAnyKind, textBlocks } from './arbitrary-blocks'
import { docOf, saveNew, schema, visibleText } from './editor-schema'

const seed = Number(process.env['SEED'] ?? 7)
const numRuns = 80

test('no character typed into any document is lost in its Markdown', () => {
  fc.assert(
    fc.property(fc.array(blockOfAnyKind, { minLength: 1, maxLength: 4 }), blocks => {
      const doc = docOf(...blocks)
      expect(missingFrom(markdownText(parseNote(saveNew(doc))), visibleText(doc))).toBe('')
    }),
    { numRuns, seed },
  )
})

test('paragraphs, headings, code and tables are read as the text that they were', () => {
  fc.assert(
    fc.property(fc.array(textBlocks, { minLength: 1, maxLength: 4 }), blocks => {
      const doc = docOf(...blocks)
      const loaded = loadMarkdown(saveNew(doc), schema)
      expect(withoutSpaces(visibleText(loaded.doc))).toBe(withoutSpaces(visibleText(doc)))
    }),
    { numRuns, seed },
  )
})

/** The characters of `expected` from the first one on that `text` doesn't have in the same order. */
function missingFrom(text: string, expected: string): string {
  let at = 0
  const wanted = withoutSpaces(expected)
  for (let index = 0; index < wanted.length; index += 1) {
    at = text.indexOf(wanted.charAt(index), at) + 1
    if (at === 0) return wanted.slice(index)
  }
  return ''
}

/** All text of parsed Markdown, with the addresses of images. */
function markdownText(node: Nodes): string {
  if (node.type === 'wikiLink') return `[[${node.value}]]`
  if (node.type === 'image') return `${node.alt ?? ''}(${node.url})`
  if ('children' in node) return node.children.map(markdownText).join(' ')
  return 'value' in node ? node.value : ''
}

function withoutSpaces(value: string): string {
  return value.replace(/\s+/g, '')
}
