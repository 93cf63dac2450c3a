import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { keptApart, typeWord } from '../../../../src/renderer/editor/round-trip/type-word'
import { blocks } from './arbitrary-blocks'
import { docOf, saveNew, schema } from './editor-schema'
import { mutatedNotes } from './mutated-notes'
import { lostText } from '../../../../src/renderer/editor/round-trip/lost-text'

/**
 * For a longer run: `ANSWERBOOK_FUZZ_RUNS=20000 ANSWERBOOK_FUZZ_SEED=3 vitest run tests/unit/renderer/editor/fuzz`, with
 * `ANSWERBOOK_FUZZ_FILES` a folder of notes to mutate. A failure names its seed and path.
 */
const numRuns = Number(process.env['ANSWERBOOK_FUZZ_RUNS'] ?? 400)
const seed = Number(process.env['ANSWERBOOK_FUZZ_SEED'] ?? 1)
const notes = mutatedNotes(process.env['ANSWERBOOK_FUZZ_FILES'])
const options = { numRuns, seed }
const timeout = 60_000 + numRuns * 100
const editSeed = fc.integer({ min: 0, max: 2 ** 31 })

test('a mutated note comes out as it went in', { timeout }, () => {
  fc.assert(
    fc.property(notes, body => {
      const { doc, save } = loadMarkdown(body, schema)
      doc.check()
      expect(save(doc)).toBe(body)
    }),
    options,
  )
})

test('a word typed into a mutated note changes one block, and nothing is lost', { timeout }, () => {
  fc.assert(
    fc.property(notes, editSeed, (body, place) => {
      expect([undefined, keptApart]).toContain(typeWord(body, loadMarkdown(body, schema), place)?.problem)
    }),
    options,
  )
})

test('a mutated note whose every block is written anew keeps its text', { timeout }, () => {
  fc.assert(
    fc.property(notes, body => {
      const { doc } = loadMarkdown(body, schema)
      expect(lostText(saveNew(doc), doc)).toBe('')
    }),
    options,
  )
})

test('a word typed into a document of any shape changes one block', { timeout }, () => {
  fc.assert(
    fc.property(fc.array(blocks, { minLength: 1, maxLength: 4 }), editSeed, (json, place) => {
      const body = saveNew(docOf(...json))
      expect([undefined, keptApart]).toContain(typeWord(body, loadMarkdown(body, schema), place)?.problem)
    }),
    // These are slow to write: their marks overlap in every way.
    { seed, numRuns: Math.ceil(numRuns / 10) },
  )
})
