import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../../../src/shared/domain/front-matter'
import { splitFrontMatter } from '../../../../src/shared/domain/split-front-matter'
import {
  addToFrontMatterList,
  removeFromFrontMatterList,
} from '../../../../src/shared/domain/front-matter-list'

const add = (text: string, item = 'x') => addToFrontMatterList(text, 'answers', item)
const remove = (text: string, item = 'x') => removeFromFrontMatterList(text, 'answers', item)
const listOf = (text: string) => readFrontMatter(splitFrontMatter(text).yaml).answers
const note = (...lines: string[]) => ['---', ...lines, '---', 'body', ''].join('\n')

describe('addToFrontMatterList', () => {
  it.each([
    ['body\n', '---\nanswers: [x]\n---\nbody\n'],
    ['\uFEFFbody\r\n', '\uFEFF---\r\nanswers: [x]\r\n---\r\nbody\r\n'],
    ['', '---\nanswers: [x]\n---\n'],
    ['---\n---\nbody', '---\nanswers: [x]\n---\nbody'],
    [note('# why', 'title: T'), note('answers: [x]', '# why', 'title: T')],
    [note('answers: [a] # why'), note('answers: [a, x] # why')],
    [note('answers: [ a, b, ]'), note('answers: [ a, b, x, ]')],
    [note('answers: []'), note('answers: [x]')],
    [note('answers:', 'title: T'), note('answers: [x]', 'title: T')],
    [note('answers: # none yet'), note('answers: [x] # none yet')],
    [note('answers: ""'), note('answers: [x]')],
    [note('answers: ~'), note('answers: [x]')],
    [note('answers: a'), note('answers: [a, x]')],
    [note('"answers": "a" # why'), note('"answers": [a, x] # why')],
    [note('answers:', '  - a # why', '  - b'), note('answers:', '  - a # why', '  - b', '  - x')],
    [note('answers:', '- a', 'title: T'), note('answers:', '- a', '- x', 'title: T')],
    [
      note('answers:', '  - a', 'title: T').replaceAll('\n', '\r\n'),
      note('answers:', '  - a', '  - x', 'title: T').replaceAll('\n', '\r\n'),
    ],
    [
      note('answers:', '  - |-', '    a', 'title: T'),
      note('answers:', '  - |-', '    a', '  - x', 'title: T'),
    ],
  ])('changes %j to %j', (before, after) => {
    expect(add(before)).toBe(after)
  })

  it('quotes what YAML would read as something else', () => {
    expect(['007', 'true', 'a: b', '$&'].reduce(add, 'body')).toBe(
      '---\nanswers: ["007", "true", "a: b", "$&"]\n---\nbody',
    )
    expect(add('---\n---\n', '$&')).toBe('---\nanswers: ["$&"]\n---\n')
  })

  it('keeps what a scalar lists (made one item of two)', () => {
    expect(add(note('answers: a, b'))).toBe(note('answers: [a, b, x]'))
  })

  it('changes the YAML and not the fence above it (changed the fence)', () => {
    expect(add('--- \n \n---\nbody')).toBe('--- \nanswers: [x]\n \n---\nbody')
  })

  it('changes nothing that it can not read back (wrote YAML that was damaged)', () => {
    for (const lines of [['answers: &a'], ['answers: [a', 'b: "'], ['{answers: [a]}'], ['answers: {a: b}']]) {
      expect(() => add(note(...lines))).toThrow(RangeError)
    }
  })
})

describe('removeFromFrontMatterList', () => {
  it.each([
    [note('answers: [x] # why'), note('answers: [] # why')],
    [note('answers: [x, b]'), note('answers: [b]')],
    [note('answers: [a, "x"]'), note('answers: [a]')],
    [note('answers: x # why'), note('answers: [] # why')],
    [note('answers:', '  - a', '  - x', 'title: T'), note('answers:', '  - a', 'title: T')],
    [note('answers:', '  # first', '  - x', 'title: T'), note('answers: []', '  # first', 'title: T')],
    [note('answers: # why', '  - x'), note('answers: [] # why')],
    [note('title: T'), note('title: T')],
    ['body', 'body'],
  ])('changes %j to %j', (before, after) => {
    expect(remove(before)).toBe(after)
  })

  it('takes an item out as often as it is there (left the second one)', () => {
    expect(remove(note('answers: [x, a, x]'))).toBe(note('answers: [a]'))
  })

  it('takes a number or a word out of a scalar (left it)', () => {
    expect(remove(note('answers: 007'), '007')).toBe(note('answers: []'))
    expect(remove(note('answers: a, x b'))).toBe(note('answers: [a, b]'))
  })
})

describe('a list of front matter', () => {
  const item = fc.constantFrom('llm-1-01', 'llm-1-02', '007', 'true', 'a: b', '"q"', '中文', 'a#b', '- c')
  const other = fc.constantFrom(
    'title: T',
    '# a comment',
    'tags: [a, b] # why',
    'x:\n  y: |\n    z',
    '',
    'n: 007',
  )
  const list = fc
    .array(item, { maxLength: 3 })
    .chain(items =>
      fc.constantFrom(
        `answers: [${items.map(each => JSON.stringify(each)).join(', ')}] # flow`,
        `answers: [ ${items.map(each => `${JSON.stringify(each)},`).join('\n  ')} ]`,
        `answers:\n${items.map(each => `  - ${JSON.stringify(each)} # block\n`).join('')}`.trimEnd(),
        `answers:${items.map(each => `\n- ${JSON.stringify(each)}`).join('')}`,
      ),
    )
  const text = fc
    .tuple(
      fc.array(other, { maxLength: 3 }),
      fc.option(list),
      fc.array(other, { maxLength: 3 }),
      fc.boolean(),
    )
    .map(([before, middle, after, isWindows]) => {
      const unique = [...new Set([...before, ...(middle === null ? [] : [middle]), ...after])]
      const lines = note(...unique)
      return isWindows ? `\uFEFF${lines.replaceAll('\n', '\r\n')}` : lines
    })

  it('is the same after adding and removing, and so is every byte outside of it', () => {
    fc.assert(
      fc.property(text, before => {
        const added = add(before, 'new-1')
        expect(listOf(added)).toEqual([...listOf(before), 'new-1'])
        const removed = remove(added, 'new-1')
        expect(listOf(removed)).toEqual(listOf(before))
        expect(outside(removed)).toEqual(outside(before))
        expect(outside(added)).toEqual(outside(before))
      }),
      { numRuns: 300 },
    )
  })

  it('loses exactly the item that is taken out', () => {
    fc.assert(
      fc.property(text, item, (before, gone) => {
        const after = remove(before, gone)
        expect(listOf(after)).toEqual(listOf(before).filter(each => each !== gone))
        expect(outside(after)).toEqual(outside(before))
      }),
      { numRuns: 300 },
    )
  })
})

/** The text without the list's key and its items. */
function outside(text: string): string {
  const { bom, block, body } = splitFrontMatter(text)
  const rest = block.replace(/answers:(?:[ \t]*\[[^\]]*\](?:[ \t]*# flow)?|(?:\r?\n *- .*)*)(?:\r?\n)?/, '')
  return bom + rest + body
}
