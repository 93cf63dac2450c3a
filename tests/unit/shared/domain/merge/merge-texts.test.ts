import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hasEveryLine,
  mergeCleanly,
  mergedText,
  mergeTexts,
} from '../../../../../src/shared/domain/merge/merge-texts'
import { textLines } from '../../../../../src/shared/domain/merge/text-lines'

const line = fc.constantFrom('', 'one', 'two', 'three', '三', '---', 'a: 1', '- item', '```')
const lineBreak = fc.constantFrom('\n', '\r\n')
const text = fc
  .tuple(fc.array(line, { maxLength: 12 }), lineBreak, fc.boolean())
  .map(([lines, eol, isClosed]) => lines.join(eol) + (isClosed && lines.length > 0 ? eol : ''))
const front = fc.constantFrom('', '\uFEFF', '---\nanswers: [q-1]\n---\n', '---\r\ntags: [a]\r\n---\r\n')
const note = fc.tuple(front, text).map(([block, body]) => block + body)

describe('mergeCleanly', () => {
  it('gives the only version that changed anything', () => {
    fc.assert(
      fc.property(note, note, (base, changed) => {
        expect(mergeCleanly({ base, mine: changed, theirs: base })).toBe(changed)
        expect(mergeCleanly({ base, mine: base, theirs: changed })).toBe(changed)
        expect(mergeCleanly({ base, mine: changed, theirs: changed })).toBe(changed)
      }),
    )
  })

  it('has both edits where they are far apart, and nothing else', () => {
    const paragraphs = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,12}$/), { minLength: 5, maxLength: 12 })
    fc.assert(
      fc.property(paragraphs, front, lineBreak, fc.nat(), (words, block, eol, place) => {
        const first = place % (words.length - 3)
        const write = (change: (word: string, index: number) => string): string =>
          block + words.map(change).join(eol + eol) + eol
        const mine = write((word, index) => (index === first ? `${word} MINE` : word))
        const theirs = write((word, index) => (index === first + 2 ? `${word} THEIRS` : word))
        const both = write(
          (word, index) => word + (index === first ? ' MINE' : index === first + 2 ? ' THEIRS' : ''),
        )
        expect(mergeCleanly({ base: write(word => word), mine, theirs })).toBe(both)
      }),
    )
  })

  it.each([
    [
      'front matter there, the body here',
      '---\na: 1\n---\nold\n',
      '---\na: 1\n---\nnew\n',
      '---\na: 2\n---\nold\n',
      '---\na: 2\n---\nnew\n',
    ],
    [
      'front matter that is new, above an edited first line',
      'old\n',
      'new\n',
      '---\na: 1\n---\nold\n',
      '---\na: 1\n---\nnew\n',
    ],
    ['a paragraph gone here, another edited there', 'a\n\nb\n\nc\n', 'b\n\nc\n', 'a\n\nb\n\nd\n', 'b\n\nd\n'],
    [
      'the same line added by both, and another by one',
      'a\n\nb\n\nc\n',
      'a\nx\n\nb\n\nc\n',
      'a\nx\n\nb\n\nd\n',
      'a\nx\n\nb\n\nd\n',
    ],
    [
      'a paragraph added before one that is edited here',
      'a\n\nb\n\nc\n',
      'a\n\nb2\n\nc\n',
      'n\n\na2\n\nb\n\nc2\n',
      'n\n\na2\n\nb2\n\nc2\n',
    ],
    [
      'a paragraph added between two, one of them edited here',
      'a\n\nb\n\nc\n',
      'a2\n\nb\n\nc\n',
      'a\n\nn\n\nb\n\nc\n',
      'a2\n\nn\n\nb\n\nc\n',
    ],
    [
      'a paragraph gone between two, one of them edited here',
      'a\n\nn\n\nb\n',
      'a\n\nn\n\nb2\n',
      'a\n\nb\n',
      'a\n\nb2\n',
    ],
    ['no line break at the end', 'a\n\nb', 'c\n\nb', 'a\n\nd', 'c\n\nd'],
    ['Windows line breaks', 'a\r\n\r\nb\r\n', 'c\r\n\r\nb\r\n', 'a\r\n\r\nd\r\n', 'c\r\n\r\nd\r\n'],
    [
      'names that objects have',
      'constructor\n\n__proto__\n',
      'constructor\n\ntoString\n',
      'valueOf\n\n__proto__\n',
      'valueOf\n\ntoString\n',
    ],
  ])('merges %s', (...[, base, mine, theirs, merged]) => {
    expect(mergeCleanly({ base, mine, theirs })).toBe(merged)
  })

  it.each([
    ['the same line', 'a\n', 'b\n', 'c\n'],
    ['lines that touch', 'a\nb\n', 'x\nb\n', 'a\ny\n'],
    ['the end, where both add', 'a\n', 'a\nmine\n', 'a\ntheirs\n'],
    ['a line that the other took away', 'a\n\nb\n', 'a\n\nb2\n', 'a\n'],
  ])('leaves the choice to the user for %s', (_name, base, mine, theirs) => {
    expect(mergeCleanly({ base, mine, theirs })).toBeUndefined()
  })
})

describe('mergeTexts', () => {
  it('has each version in its parts, with and without a base', () => {
    fc.assert(
      fc.property(fc.option(note, { nil: undefined }), note, note, (base, mine, theirs) => {
        const parts = mergeTexts({ base, mine, theirs })
        expect(parts.map(part => (part.kind === 'same' ? part.text : part.mine)).join('')).toBe(mine)
        expect(parts.map(part => (part.kind === 'same' ? part.text : part.theirs)).join('')).toBe(theirs)
      }),
    )
  })

  it('loses no line of either side where both are taken', () => {
    fc.assert(
      fc.property(fc.option(note, { nil: undefined }), note, note, (base, mine, theirs) => {
        const merged = mergedText(mergeTexts({ base, mine, theirs }), () => 'both') ?? ''
        const count = (of: string, wanted: string): number =>
          textLines(of).filter(each => each.trimEnd() === wanted.trimEnd()).length
        for (const side of [mine, theirs]) {
          expect(hasEveryLine(merged, side)).toBe(true)
          for (const each of textLines(side))
            expect(count(merged, each)).toBeGreaterThanOrEqual(count(side, each))
        }
      }),
    )
  })

  it('compares two versions without a base by what they have in common', () => {
    expect(mergeTexts({ base: undefined, mine: 'a\n\nb\n', theirs: 'a\n\nc\n\nd\n' })).toEqual([
      { kind: 'same', text: 'a\n\n' },
      { kind: 'difference', mine: 'b\n', theirs: 'c\n\nd\n', changedBy: 'both' },
    ])
  })

  it('takes a note of very many lines as one difference instead of comparing for minutes', () => {
    const long = (word: string): string =>
      Array.from({ length: 20_002 }, (_, index) => `${index % 2}${word}\n`).join('')
    expect(mergeTexts({ base: 'x\n', mine: long('a'), theirs: long('b') })).toHaveLength(1)
  })
})
