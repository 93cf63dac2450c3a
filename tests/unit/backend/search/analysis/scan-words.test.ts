import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanWords } from '../../../../../src/backend/search/analysis/scan-words'

type Found = [text: string, start: number, isCjk: boolean]

const scanned = (text: string): Found[] => {
  const found: Found[] = []
  scanWords(text, (start, end, isCjk) => found.push([text.slice(start, end), start, isCjk]))
  return found
}

const cjk = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
const pattern = new RegExp(
  `[${cjk}]+|(?:(?![${cjk}])[\\p{L}\\p{N}\\p{M}_])+(?:[+#]+(?![\\p{L}\\p{N}]))?`,
  'gu',
)

/** The same by a regular expression. */
const matched = (text: string): Found[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: run, index }): Found[] => {
    const lead = /^_*/.exec(run)![0].length
    const word = run.slice(lead).replace(/_+$/, '')
    return word === '' ? [] : [[word, index + lead, new RegExp(`^[${cjk}]`, 'u').test(word)]]
  })

describe('words of a text', () => {
  it('are runs of letters, digits and marks, and runs of CJK characters', () => {
    expect(scanned('Using BERT模型, C++ and a_b __init__ c++d 𠮷野家.').map(([text]) => text)).toEqual([
      'Using',
      'BERT',
      '模型',
      'C++',
      'and',
      'a_b',
      'init',
      'c+',
      'd',
      '𠮷野家',
    ])
  })

  it('are those of the pattern, in any text', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'É',
        'e\u0301',
        '_',
        '+',
        '#',
        ' ',
        '9',
        '模',
        'か',
        '한',
        '𠮷',
        '𝐱',
        '😀',
        '\ud83d',
        '\udc00',
      ],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map(pieces => pieces.join('')),
    )
    fc.assert(
      fc.property(text, each => {
        expect(scanned(each)).toEqual(matched(each))
      }),
      { numRuns: 2000 },
    )
  })

  it('can leave out those that begin with other letters', () => {
    const beginnings = new Uint8Array(0x80)
    beginnings['b'.charCodeAt(0)] = 1
    const found: string[] = []
    const text = 'a b c++ é a_b ac 模'
    scanWords(text, (start, end) => found.push(text.slice(start, end)), beginnings)
    expect(found).toEqual(['b', 'é', 'a_b', '模'])
  })
})
