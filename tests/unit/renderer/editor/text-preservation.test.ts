import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { blocks as blockOfAnyKind, textBlocks } from './arbitrary-blocks'
import { lostText, withoutSpaces } from '../../../../src/renderer/editor/round-trip/lost-text'
import { docOf, saveNew, schema, visibleText } from './editor-schema'

const seed = Number(process.env['SEED'] ?? 7)
const numRuns = 80

test('no character typed into any document is lost in its Markdown', () => {
  fc.assert(
    fc.property(fc.array(blockOfAnyKind, { minLength: 1, maxLength: 4 }), blocks => {
      const doc = docOf(...blocks)
      expect(lostText(saveNew(doc), doc)).toBe('')
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
