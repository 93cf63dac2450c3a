import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts, type ComparedLine } from '../../../../../src/shared/domain/history/compare-texts'
import { foldUnchanged } from '../../../../../src/shared/domain/history/fold-unchanged'

/** Lines with their sign, and what is changed in them in brackets. */
const shown = (lines: readonly ComparedLine[]) =>
  lines.map(({ kind, pieces }) => {
    const text = pieces.map(piece => (piece.isChanged ? `[${piece.text}]` : piece.text)).join('')
    return `${{ earlier: '-', later: '+', same: ' ' }[kind]}${text}`
  })
const textOf = (lines: readonly ComparedLine[], without: ComparedLine['kind']) =>
  lines
    .filter(({ kind }) => kind !== without)
    .map(({ pieces }) => `${pieces.map(({ text }) => text).join('')}\n`)
    .join('')

describe('compareTexts', () => {
  it('marks the words that were changed in a line', () => {
    const lines = compareTexts(
      '# A\n\nKeys are cached.\nEnd\n',
      '# A\n\nKeys and values are cached.\nEnd\nMore\n',
    )
    expect(shown(lines)).toEqual([
      ' # A',
      ' ',
      '-Keys are cached.',
      '+Keys [and values ]are cached.',
      ' End',
      '+More',
    ])
  })

  it('compares Chinese by words', () => {
    expect(shown(compareTexts('注意力机制很重要\n', '注意力模型很重要\n'))).toEqual([
      '-注意力[机制]很重要',
      '+注意力[模型]很重要',
    ])
  })

  it('marks no words in lines that have little in common', () => {
    expect(shown(compareTexts('one two\n', 'other things entirely\n'))).toEqual([
      '-one two',
      '+other things entirely',
    ])
  })

  it('has every line of both texts in its order', () => {
    const lines = fc.array(fc.constantFrom('', 'a', 'b', 'a b c', 'a b d', '注意力机制'), { maxLength: 12 })
    const text = lines.map(all => all.map(line => `${line}\n`).join(''))
    fc.assert(
      fc.property(text, text, (earlier, later) => {
        const compared = compareTexts(earlier, later)
        expect([textOf(compared, 'later'), textOf(compared, 'earlier')]).toEqual([earlier, later])
      }),
    )
  })
})

describe('foldUnchanged', () => {
  it('folds what both texts have, but for three lines around a change', () => {
    const before = Array.from({ length: 20 }, (_, index) => `${index}\n`)
    const parts = foldUnchanged(compareTexts(before.join(''), before.with(10, 'ten\n').join('')))
    expect(parts.map(({ kind, lines }) => [kind, lines.length])).toEqual([
      ['folded', 7],
      ['lines', 8],
      ['folded', 6],
    ])
    expect(foldUnchanged(compareTexts('a\n', 'a\nb\n')).map(({ kind }) => kind)).toEqual(['lines'])
  })
})
