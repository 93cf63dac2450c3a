import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import lunr from 'lunr'
import { expect, it } from 'vitest'
import { stemInPlace } from '../../../../../src/backend/search/analysis/porter-stem'

function stemOf(word: string): string {
  const units = Uint16Array.from(word, letter => letter.charCodeAt(0))
  return String.fromCharCode(...units.subarray(0, stemInPlace(units, units.length)))
}

function stemByLunr(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString()
}

function differences(words: Iterable<string>): [word: string, ours: string, byLunr: string][] {
  const found: [string, string, string][] = []
  for (const word of words) {
    const [ours, byLunr] = [stemOf(word), stemByLunr(word)]
    if (ours !== byLunr) found.push([word, ours, byLunr])
  }
  return found
}

it('gives the stems that lunr gives for all short words of letters that rules are about', () => {
  const letters = 'aeybdgilns'
  let words = ['']
  const all: string[] = []
  for (let length = 1; length <= 5; length += 1) {
    words = words.flatMap(word => [...letters].map(letter => word + letter))
    all.push(...words)
  }
  expect(all).toHaveLength(111_110)
  expect(differences(all)).toEqual([])
}, 60_000)

const beginnings = 'a y b tr ay yy sky hop fall agr rel oper ationall conform ss controll prob y'.split(' ')
const endings =
  's es sses ies eed ed ing at bl iz y ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize sion tion ion e ll'.split(
    ' ',
  )

it('gives them for all pairs of endings', () => {
  const words = beginnings.flatMap(beginning =>
    endings.flatMap(first => ['', ...endings].map(second => beginning + first + second)),
  )
  expect(words.length).toBeGreaterThan(50_000)
  expect(differences([...words, ...endings])).toEqual([])
}, 60_000)

it('gives them for made-up words', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz', ...'aeiouyyslent')
  const part = fc.oneof(
    fc.array(letter, { maxLength: 4 }).map(each => each.join('')),
    fc.constantFrom(...endings),
  )
  const word = fc.array(part, { minLength: 1, maxLength: 5 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(word, each => {
      expect(stemOf(each)).toBe(stemByLunr(each))
    }),
    { numRuns: 20_000 },
  )
}, 60_000)

it('gives them for the words of the README', () => {
  const article = readFileSync(resolve('README.md'), 'utf8').toLowerCase()
  const words = new Set(article.match(/[a-z]+/g))
  expect(words.size).toBeGreaterThan(300)
  expect(differences(words)).toEqual([])
})
