import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TermList } from '../../../../../src/backend/search/segments/term-list'
import { mergedTerm, visitMergedTerms } from '../../../../../src/backend/search/segments/visit-merged-terms'
import { unitSpansOf } from './unit-spans'

/** @param strings in their order. */
const listOf = (strings: readonly string[]): TermList =>
  TermList.of(
    unitSpansOf(strings),
    Uint32Array.from(strings, (_, at) => at),
  )

const term = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom('a', 'ab', 'abc', 'b', 'é', '中', '中文', '😀', '\uFFFF', ''),
)
const terms = fc.uniqueArray(term).map(list => list.sort())

describe('a list of terms', () => {
  it('has the strings that it was made of, and finds them, what is near and what starts alike', () => {
    fc.assert(
      fc.property(terms, term, (strings, wanted) => {
        const list = listOf(strings)
        expect(Array.from({ length: list.length }, (_, at) => list.at(at))).toEqual(strings)
        expect([list.at(-1), list.at(strings.length)]).toEqual([undefined, undefined])
        expect(list.indexOf(wanted)).toBe(strings.indexOf(wanted))
        expect(list.lowerBound(wanted)).toBe(strings.filter(each => each < wanted).length)
        const alike = strings.filter(each => each.startsWith(wanted))
        expect(list.prefixEnd(wanted) - list.lowerBound(wanted)).toBe(alike.length)
      }),
    )
  })

  it('is visited with others: each term with a prefix once and in order, with its index in each list', () => {
    fc.assert(
      fc.property(fc.array(terms, { maxLength: 4 }), term, (strings, prefix) => {
        const lists = strings.map(each => listOf(each))
        const visited: (readonly [string, readonly number[]])[] = []
        visitMergedTerms(lists, prefix, indexes => {
          visited.push([mergedTerm(lists, indexes), [...indexes]])
          return true
        })
        const all = [...new Set(strings.flat())].filter(each => each.startsWith(prefix)).sort()
        expect(visited).toEqual(all.map(each => [each, strings.map(list => list.indexOf(each))]))
      }),
    )
  })
})
