import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compileFinder,
  FindTooSlowError,
  type FindQuery,
  replacementFor,
} from '../../../../../src/shared/domain/find/compile-finder'

const query = (text: string, options: Partial<FindQuery> = {}): FindQuery => ({
  text,
  isRegex: false,
  isCaseSensitive: false,
  isWholeWord: false,
  ...options,
})
const regex = (text: string, options: Partial<FindQuery> = {}) => query(text, { isRegex: true, ...options })

/** What is found in a text, as it stands there. */
async function find(sought: FindQuery, text: string): Promise<string[]> {
  const compiled = await compileFinder(sought)
  if (compiled.kind === 'problem') throw new Error(compiled.text)
  return compiled.find(text).map(({ from, to }) => text.slice(from, to))
}

describe('finds', () => {
  test.each([
    ['nothing for nothing', query(''), 'a', []],
    ['text whatever its case', query('kv'), 'KV kv Kv', ['KV', 'kv', 'Kv']],
    ['only its case when that matters', query('kv', { isCaseSensitive: true }), 'KV kv', ['kv']],
    ['signs of expressions as text', query('f(x)[0].*'), 'f(x)[0].* fx0', ['f(x)[0].*']],
    [
      'hyphens (said that the expression is invalid)',
      query('well-known'),
      'a Well-Known fact',
      ['Well-Known'],
    ],
    ['no match within another', query('aa'), 'aaaa a', ['aa', 'aa']],
    ['Chinese text', query('缓存'), '键值缓存和缓存', ['缓存', '缓存']],
    ['characters outside of the basic plane', query('😀b'), 'a😀b', ['😀b']],
    [
      'whole words between letters of any script',
      query('é', { isWholeWord: true }),
      'é né é字 é.',
      ['é', 'é'],
    ],
    ['whole words that begin with a sign', query('[x]', { isWholeWord: true }), 'a[x]b [x]', ['[x]']],
    ['expressions', regex('h(ea)?d\\w*'), 'Heads, hd', ['Heads', 'hd']],
    ['expressions at the beginning of each line', regex('^b'), 'a\nb b\nb', ['b', 'b']],
    ['expressions as whole words', regex('a|b', { isWholeWord: true }), 'a ab b', ['a', 'b']],
    ['nothing where an expression matches nothing', regex('x*'), 'axxa', ['xx']],
    ['an end to expressions that others never end with', regex('(a+)+$'), `${'a'.repeat(40)}b`, []],
  ])('%s', async (_name, sought, text, expected) => {
    expect(await find(sought, text)).toEqual(expected)
  })
})

test('finds any text as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), async text => {
      expect(await find(query(text, { isCaseSensitive: true }), `${text}x`)).toContain(text)
    }),
  )
})

test.each(['(', '[z-a]', 'a(?=b)', '(a)\\1'])('says what is wrong with %s', async text => {
  expect(await compileFinder(regex(text))).toEqual({
    kind: 'problem',
    text: expect.stringMatching(/\S/) as string,
  })
})

test('gives up where each of many matches looks at all that follows', async () => {
  const compiled = await compileFinder(regex('(?:a?){9,99}b|a'))
  expect(compiled.kind).toBe('finder')
  const text = 'a'.repeat(20_000)
  expect(() => (compiled.kind === 'finder' ? compiled.find(text) : [])).toThrow(FindTooSlowError)
})

test('gives the groups of an expression, empty where one took no part', async () => {
  const compiled = await compileFinder(regex('(a)|(b)'))
  const found = compiled.kind === 'finder' ? compiled.find('xb') : []
  expect(found).toEqual([{ from: 1, to: 2, groups: ['b', '', 'b'] }])
})

describe('a replacement', () => {
  const match = { from: 0, to: 2, groups: ['ab', 'a', ''] }
  test.each([
    ['is text as it is for text', '$1 $& $$', false, '$1 $& $$'],
    ['has groups, the whole match and dollars for an expression', '$1-$2-$&-$$1', true, 'a--ab-$1'],
    ['keeps groups that aren’t there', '$3 $12', true, '$3 $12'],
  ])('%s', (_name, replacement, isRegex, expected) => {
    expect(replacementFor(match, replacement, { isRegex })).toBe(expected)
  })
})
