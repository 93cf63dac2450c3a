import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameFor, folderNameFor } from '../../../../src/shared/domain/file-names'

const free = () => false
const name = (text: string) => fileNameFor(text, '.md', free)

describe('fileNameFor', () => {
  it.each([
    ['llm-3-04 Why √d? <a|b>', 'llm-3-04 Why √d a b.md'],
    ['  ..a/b\\c..  ', 'a b c.md'],
    ['', 'Untitled.md'],
    ['???', 'Untitled.md'],
    ['什么是注意力？', '什么是注意力？.md'],
    ['Caf\u0065\u0301', 'Caf\u00E9.md'],
    ['a\u202Ecod.exe', 'a cod.exe.md'],
    ['~$ by hand', 'Note ~$ by hand.md'],
  ])('makes of %j %j', (text, expected) => {
    expect(name(text)).toBe(expected)
  })

  it.each(['con', 'NUL', 'com1.txt', 'com¹', 'conin$', 'aux .x'])(
    'keeps %j from being a device on Windows (gave con.txt note.md)',
    text => expect(name(text)).toBe(`Note ${text}.md`),
  )

  it('has a name left when one character is longer than a name may be (gave .md)', () => {
    expect(name(`e${'\u0301'.repeat(200)}`)).toBe('Untitled.md')
    expect(name(`nul e${'\u0301'.repeat(200)}`)).toBe('Note nul.md')
  })

  it('cuts at a word', () => {
    expect(name(`${'word '.repeat(30)}`)).toBe(`${'word '.repeat(15).trim()}.md`)
  })

  it('gives names that every system takes, one for each question that is asked', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({
        unit: fc.constantFrom('.', ' ', 'con', 'nul', '1', 'a', '/', '\u0301', '模', '👩‍👩', '\uD800'),
      }),
    )
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), texts => {
        const taken = new Set<string>()
        for (const each of [...texts, ...texts]) {
          const result = fileNameFor(each, '.md', lower => taken.has(lower))
          expect(taken.has(result.toLowerCase())).toBe(false)
          taken.add(result.toLowerCase())
          expect(problemsOf(result)).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })
})

it.each([
  ['.private', [], 'private'],
  ['.private', ['.private'], 'private'],
  ['con', [], 'Note con'],
  ['a:b', ['a:b'], 'a:b'],
  ['a:b', ['A B'], 'A B'],
  [' C# ', ['C', 'C#'], 'C#'],
])('takes for the folder %j among %j the name %j', (wanted, there, expected) => {
  expect(folderNameFor(wanted, there)).toBe(expected)
})

function problemsOf(result: string): string[] {
  const stem = result.replace(/\.md$/, '')
  const problems: [string, boolean][] = [
    ['too long', result.length > 80 || Buffer.byteLength(result) > 255],
    ['not NFC', result !== result.normalize('NFC')],
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    ['forbidden characters', /[\u0000-\u001F\u007F<>:"/\\|?*#^[\]]/.test(result)],
    ['ends badly', /^[. ]|[. ]$/.test(stem) || stem === ''],
    ['lone surrogate', !result.isWellFormed()],
    ['hidden', /^~(?:\$|syncthing~)/.test(result)],
    ['a device', /^(?:con|prn|aux|nul|com\d|lpt\d) *(?:\.|$)/i.test(result)],
  ]
  return problems.flatMap(([problem, isSo]) => (isSo ? [problem] : []))
}
