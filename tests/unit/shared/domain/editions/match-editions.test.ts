import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  matchEditions,
  type EditionPair,
  type EditionQuestion,
} from '../../../../../src/shared/domain/editions/match-editions'
import { wordedPairs } from '../../../../fixtures/editions/pairs'

const questions = (...texts: string[]): EditionQuestion[] => texts.map(text => ({ id: undefined, text }))
const places = (pairs: readonly EditionPair[]) => pairs.map(({ earlier, newer }) => [earlier, newer])

describe('matchEditions', () => {
  it('is sure of 22 of 40 questions in other words and of no wrong one, and asks about 41 pairs with the other 18', () => {
    const earlier = questions(...wordedPairs.map(pair => pair.earlier))
    const newer = questions(...wordedPairs.map(pair => pair.newer))
    const { sure, unsure } = matchEditions(earlier, newer)
    const right = (pairs: readonly EditionPair[]) =>
      pairs.filter(pair => pair.earlier === pair.newer && wordedPairs[pair.earlier]?.isSame === true).length
    expect(wordedPairs.filter(({ isSame }) => isSame)).toHaveLength(40)
    expect([sure.length, right(sure), unsure.length, right(unsure)]).toEqual([22, 22, 41, 18])
  })

  it('goes by ids first, also where the words are others', () => {
    const match = matchEditions(
      [
        { id: 'a', text: 'What is a token?' },
        { id: 'b', text: 'What is a mutex?' },
      ],
      [
        { id: 'b', text: 'What is a mutex good for?' },
        { id: 'a', text: 'What is a token of a language model?' },
      ],
    )
    expect([places(match.sure), match.unsure]).toEqual([
      [
        [1, 0],
        [0, 1],
      ],
      [],
    ])
  })

  it('asks about one id with words that have nothing in common', () => {
    const match = matchEditions(
      [{ id: 'a', text: 'What is a token?' }],
      [{ id: 'a', text: 'Design a lift.' }],
    )
    expect([match.sure, places(match.unsure)]).toEqual([[], [[0, 0]]])
  })

  it('asks which of two alike is meant', () => {
    const match = matchEditions(
      questions('Explain gradient descent.'),
      questions('Explain gradient descent simply.', 'Explain gradient descent formally.'),
    )
    expect([match.sure, places(match.unsure)]).toEqual([[], [[0, 0]]])
  })

  it('finds every question of a list again, in whatever order and with other punctuation', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/)
    const text = fc.array(word, { minLength: 3, maxLength: 8 }).map(words => words.join(' '))
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (texts, random) => {
        const order = texts.map((_, index) => [random.next().value as number, index] as const)
        const shuffled = order.toSorted((a, b) => a[0] - b[0]).map(([, index]) => index)
        const newer = questions(...shuffled.map(index => `**${texts[index]}**?`))
        const { sure, unsure } = matchEditions(questions(...texts), newer)
        expect(unsure).toEqual([])
        expect(places(sure).toSorted((a, b) => (a[1] ?? 0) - (b[1] ?? 0))).toEqual(
          shuffled.map((index, at) => [index, at]),
        )
      }),
    )
  })
})
