import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanWords } from '../../../../../src/backend/search/analysis/scan-words'
import { WordBeginnings } from '../../../../../src/backend/search/analysis/word-beginnings'
import { beginningOfStem, makeStem } from '../../../../../src/backend/search/analysis/words'

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

  it('can leave out those that begin in another way', () => {
    const found: string[] = []
    const text = 'bed a be beside_b Abed über_be x_b x_be'
    const visit = (start: number, end: number): void => void found.push(text.slice(start, end))
    scanWords(text, visit, new WordBeginnings(['be']))
    expect(found).toEqual(['bed', 'be', 'beside_b', 'über_be', 'x_b', 'x_be'])
  })

  it('do not begin with nothing (a search for a mark alone never ended)', () => {
    const found: string[] = []
    scanWords('an end', (start, end) => found.push('an end'.slice(start, end)), new WordBeginnings(['', 'e']))
    expect(found).toEqual(['end'])
  })

  it('are found by how they or their parts begin, in any text', () => {
    const piece = fc.constantFrom('a', 'b', 'B', '_', '+', '1', ' ', 'é', '模')
    const text = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(''))
    const beginnings = fc.array(fc.constantFrom('a', 'ab', 'ba', 'b1', '1', 'a+', 'é', ''), { maxLength: 4 })
    const beginsSo = (word: string, all: readonly string[]): boolean =>
      [word, ...word.split('_')].some(part =>
        all.some(each => each !== '' && part.toLowerCase().startsWith(each)),
      )
    fc.assert(
      fc.property(text, beginnings, (each, all) => {
        const found: Found[] = []
        const visit = (start: number, end: number, isCjk: boolean): void =>
          void found.push([each.slice(start, end), start, isCjk])
        scanWords(each, visit, new WordBeginnings(all))
        expect(scanned(each)).toEqual(expect.arrayContaining(found))
        expect(found).toEqual(
          expect.arrayContaining(scanned(each).filter(([word, , isCjk]) => isCjk || beginsSo(word, all))),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('begin as their stems do, but for the last letter', () => {
    const ending = fc.constantFrom(
      ...'s es ies ed ing y ly ability ational ization ousness iveness ful icate ative alize ance ment ion'.split(
        ' ',
      ),
    )
    const letters = fc.string({ unit: fc.constantFrom(...'aeiouybdlnrst'), minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(letters, fc.array(ending, { maxLength: 3 }), (root, endings) => {
        const word = root + endings.join('')
        expect(word).toMatch(new RegExp(`^${beginningOfStem(makeStem(word))}`))
      }),
      { numRuns: 2000 },
    )
  })
})
