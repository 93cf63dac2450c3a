import { describe, expect, it } from 'vitest'
import { scanMarkdown } from '../../../../../src/shared/domain/markdown/scan-markdown'

const headings = (text: string) =>
  scanMarkdown(text).headings.map(({ level, text: title, line }) => [level, title, line])
const targets = (text: string) => scanMarkdown(text).links.map(link => link.target)

describe('scanMarkdown', () => {
  it('finds headings outside of code', () => {
    const text = '# A #\n```\n# no\n```\n## B *c* ##\r\n   ### \nTitle\n===\nSub\n---\n#no\n    # no\n# C#'
    expect(headings(text)).toEqual([
      [1, 'A', 0],
      [2, 'B *c*', 4],
      [3, '', 5],
      [1, 'Title', 6],
      [2, 'Sub', 8],
      [1, 'C#', 12],
    ])
  })

  it.each(['- a\n---', '1. a\n---', '> a\n===', '***\n---', '\n---', '```\n```\n===', '| a\n---'])(
    'takes %j for no underlined heading',
    text => expect(headings(text)).toEqual([]),
  )

  it('finds links outside of code, and where they are', () => {
    const text = 'a [[b#c|d]] ![[e.png]]\n`[[no]]` ``[no](no)`` [f](<g h> "t")\n![i [j]](k(l).png)\n[m]: n\n'
    const links = scanMarkdown(text).links
    expect(links.map(({ kind, isEmbed, target }) => [kind, isEmbed, target])).toEqual([
      ['wiki', false, 'b#c|d'],
      ['wiki', true, 'e.png'],
      ['markdown', false, 'g h'],
      ['markdown', true, 'k(l).png'],
      ['markdown', false, 'n'],
    ])
    expect(links.slice(0, 2).map(({ start, end }) => text.slice(start, end))).toEqual([
      '[[b#c|d]]',
      '![[e.png]]',
    ])
  })

  it.each([
    ['a label of two lines', 'see [the very\nlong label](t.md) and [[a\nb]]\n', ['a\nb', 't.md']],
    ['a label of two lines in a quote', '> [the very\n> long label](t.md)\n', ['t.md']],
    ['HTML', '<a class="x" href="t.md">t</a> <IMG\nsrc=\'p.png\' width="3">\n', ['t.md', 'p.png']],
    ['what stands in a list', '- a\n\n    [t](t.md)\n', ['t.md']],
    [
      'nothing over the end of a block',
      '- `a [b\n- c` d](t.md)\n\n| [a | b](t.md) |\n| `x | [y](y.md)` |\n',
      ['t.md'],
    ],
    [
      'nothing in comments',
      '<!-- [c](no.md) -->\n\n<!--\n\n[c](no.md)\n--> \n\na <!-- [c](no.md)\n--> b\n',
      [],
    ],
    ['nothing in indented code', 'a\n\n    [i](no.md)\n', []],
    ['nothing in a span of several lines', '`a\n[x](no.md)\nb`\n', []],
    ['nothing in formulas', '$$\na[[i]](no.md)\n$$\n\n[y](y.md)\n', ['y.md']],
    ['what follows two dollars', '$$ is the shell.\n\n[y](y.md)\n', ['y.md']],
  ])('finds %s', (...[, text, expected]) => {
    expect(targets(text)).toEqual(expected)
  })

  it('takes what a footnote says for no link (gave backlinks to its first word)', () => {
    expect(targets('[^1]: See there\n')).toEqual([])
  })

  it('ends a fence only at a fence of its kind and length', () => {
    expect(targets('````\n```\n[[no]]\n~~~~\n[[no]]\n`````\n[[yes]]')).toEqual(['yes'])
    expect(targets('```js\n[[no]]')).toEqual([])
  })

  it.each([
    [true, 'a'],
    [false, ' \n\t\r\n'],
  ])('says %s of the text in %j', (hasText, text) => {
    expect(scanMarkdown(text).hasText).toBe(hasText)
  })

  it.each(['[', '`', '](', '`a` ]', '[[a', '[a](', '](<', '``` `', '\\[', '- '])(
    'reads a megabyte of %j (took hours of code spans)',
    piece => {
      expect(scanMarkdown(piece.repeat(1_000_000 / piece.length)).hasText).toBe(true)
    },
  )

  it('reads a heading of spaces (took minutes)', () => {
    expect(headings(`#${' '.repeat(1900)}\u2028x`)).toEqual([[1, 'x', 0]])
  })
})
