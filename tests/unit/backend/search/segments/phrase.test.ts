import fc from 'fast-check'
import { expect, it } from 'vitest'
import { visitString, type Analyzer } from '../../../../../src/backend/search/segments/analyzer'
import { findPhrase } from '../../../../../src/backend/search/segments/phrase'
import { readText } from '../../../../../src/backend/search/segments/segment'
import { SegmentBuilder } from '../../../../../src/backend/search/segments/segment-builder'

const words = ['a', 'b', 'ab']
let visited = 0
const byWords: Analyzer = {
  analyze(text, visit) {
    for (const { 0: word, index } of text.matchAll(/[ab]+/g)) visit((visited = words.indexOf(word)), index)
  },
  visitTerms: visit => visitString({ term: words[visited]!, offset: 0, isScored: true }, visit),
}

it('finds where words follow each other with no letter or digit and at most 40 signs between', () => {
  const between = fc.constantFrom(' ', ', ', ' - ', ' -- ', ' 1 ', '. é. ', '-'.repeat(40), '-'.repeat(41))
  const text = fc
    .array(fc.tuple(fc.constantFrom(...words), between), { maxLength: 30 })
    .map(parts => parts.flat().join(''))
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 5 }),
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
      (texts, phrase) => {
        const builder = new SegmentBuilder(byWords, 1)
        for (const [at, each] of texts.entries()) {
          builder.add({ document: { id: `${at}` }, fields: [each], text: each })
        }
        const segment = builder.build()
        let start = 0
        const asked = phrase.map(word => {
          const from = start
          start += word.length + 1
          return {
            terms: [segment.terms.indexOf(word)].filter(term => term >= 0),
            start: from,
            end: start - 1,
          }
        })
        const found = findPhrase(segment, asked, {
          fieldCount: 1,
          acceptsField: () => true,
          textBetween: (key, from, to) => readText(segment, key, from, to),
        })
        const pattern = new RegExp(`(?<![ab])(?=${phrase.join('[^\\p{L}\\p{N}]{1,40}')}(?![ab]))`, 'gu')
        const expected = texts.map(each => [...each.matchAll(pattern)].map(({ index }) => index))
        expect(texts.map((_, at) => found.get(at) ?? [])).toEqual(expected)
      },
    ),
    { numRuns: 500 },
  )
})
