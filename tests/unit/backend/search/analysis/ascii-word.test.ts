import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AsciiWord } from '../../../../../src/backend/search/analysis/ascii-word'
import { termsOfWord } from '../../../../../src/backend/search/analysis/word-terms'
import { termsOf, type AnalyzedTerm } from '../../../../../src/backend/search/segments/analyzer'

const ascii = new AsciiWord()

/** The terms of a word that lies somewhere in a text; undefined where it is none of ASCII letters, digits and underscores. */
function asciiTerms(word: string): AnalyzedTerm[] | undefined {
  const units = Uint16Array.from(`aZ${word}Zz`, unit => unit.charCodeAt(0))
  if (!ascii.read(units, 2, 2 + word.length)) return undefined
  return termsOf(ascii)
}

/** In the order that counts: one and the same term by its offsets. */
function inOrder(terms: readonly AnalyzedTerm[]): AnalyzedTerm[] {
  return terms.toSorted((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0))
}

it.each([
  ['networks', ['network', '=networks']],
  ['The', ['~the']],
  ['GPT4', ['gpt4', '=gpt4']],
  ['push_to_hub', ['push_to_hub', '=push_to_hub', 'pushhub', 'push', '=push', 'hub', '=hub']],
  [
    'fooHub_hub',
    ['foohub_hub', '=foohub_hub', 'foohubhub', 'foohub', '=foohub', '=foo', '=hub', 'hub', '=hub', '=hub'],
  ],
])('finds %s', (word, terms) => {
  expect(asciiTerms(word)?.map(({ term }) => term)).toEqual(terms)
})

it('gives the terms that any other word would have', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'the',
      'to',
      'hub',
      'Hub',
      'HUB',
      'fooBar',
      'a',
      'A',
      'LaTeX',
      'running',
      '2',
      'x1',
      'iT',
      'tokens',
    ),
    fc.string({ unit: fc.constantFrom(...'aAbByYsS1_'), maxLength: 6 }),
  )
  const word = fc
    .array(fc.tuple(part, fc.constantFrom('', '_', '__')), { minLength: 1, maxLength: 6 })
    .map(parts =>
      parts
        .flat()
        .join('')
        .replace(/^_+|_+$/g, ''),
    )
    .filter(each => each !== '')
  fc.assert(
    fc.property(word, each => {
      expect(inOrder(asciiTerms(each) ?? [])).toEqual(inOrder(termsOfWord(each)))
    }),
    { numRuns: 20_000 },
  )
}, 60_000)

it('leaves words with other letters and signs alone', () => {
  for (const word of ['é', 'naïve', 'C++', 'C#', '模型', 'ａ', 'it’s'])
    expect(asciiTerms(word)).toBeUndefined()
})

it('takes time that grows with the length of a word', () => {
  const long = 200_000
  for (const word of [
    'a'.repeat(long),
    `x_${'a'.repeat(long)}`,
    'a_'.repeat(long / 2) + 'b',
    'aB'.repeat(long / 2),
  ]) {
    let terms = 0
    const units = Uint16Array.from(word, unit => unit.charCodeAt(0))
    expect(ascii.read(units, 0, units.length)).toBe(true)
    ascii.visitTerms(() => (terms += 1))
    expect(terms).toBeGreaterThan(1)
  }
}, 10_000)
