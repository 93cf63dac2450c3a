import { describe, expect, it } from 'vitest'
import { searchableText } from '../../../../src/backend/search/searchable-text'

describe('searchableText', () => {
  it.each([
    ['only text', 'only text', []],
    [
      'see [the paper](https://arxiv.org/abs/1 "RoPE")',
      'see the paper\n\narxiv.org/abs/1',
      ['arxiv.org/abs/1'],
    ],
    [
      '[a](http://a.org/x?v=1#part) and [b](http://a.org/x?v=1), [c](notes/c.md)',
      'a and b, c\n\na.org/x?v=1',
      ['a.org/x?v=1'],
    ],
    ['![a picture](https://a.org/b.png)', 'a picture', []],
    ['```\nlet a\n```\n[b](https://c.org)', 'let a\n\nb\n\nc.org', ['let a', 'c.org']],
  ])('of %j is %j', (markdown, expected, expectedAsides) => {
    const { text, asides } = searchableText(markdown)
    expect(text).toBe(expected)
    expect(asides.map(([start, end]) => text.slice(start, end))).toEqual(expectedAsides)
  })
})
