import { describe, expect, test } from 'vitest'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { typeWord } from '../../../../src/renderer/editor/round-trip/type-word'
import { writeAnew } from '../../../../src/renderer/editor/round-trip/write-anew'
import { schema } from './editor-schema'
import { gfmExamples } from './gfm-examples'

describe.each(Object.entries(gfmExamples))('%s', (_extension, examples) => {
  test.each(examples)('%j', body => {
    const loaded = loadMarkdown(body, schema)
    expect(loaded.save(loaded.doc)).toBe(body)
    for (let seed = 0; seed < 12; seed += 1) {
      expect(typeWord(body, loaded, seed)?.problem).toBeUndefined()
    }
    const { lost, difference } = writeAnew(body, loaded.doc)
    expect([lost, difference]).toEqual(['', undefined])
  })
})
