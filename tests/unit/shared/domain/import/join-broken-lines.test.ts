import { describe, expect, it } from 'vitest'
import { joinBrokenLines } from '../../../../../src/shared/domain/import/join-broken-lines'
import { splitLines } from '../../../../../src/shared/domain/import/source-line'

const join = (...lines: string[]) => joinBrokenLines(splitLines(lines.join('\n'))).map(({ text }) => text)

describe('joinBrokenLines', () => {
  it('puts inline code back into its sentence', () => {
    expect(join('- What does', '</s>', 'mean?')).toEqual(['- What does', '</s>', 'mean?'])
    expect(join('- What does', '</s>', 'mean in it?')).toEqual(['- What does `</s>` mean in it?'])
    expect(join('1. How should', 'top', 'andmax_len', ', as well as', 'x')).toEqual([
      '1. How should `top` and `max_len`, as well as',
      'x',
    ])
  })

  it('makes an item that was glued on one of its own', () => {
    expect(joinBrokenLines(splitLines('- Is\nnull\nan object? - Why is it? - Really?\n- Next'))).toEqual([
      { text: '- Is `null` an object?', number: 1, last: 3 },
      { text: '- Why is it?', number: 3, last: 3 },
      { text: '- Really?', number: 3, last: 3 },
      { text: '- Next', number: 4, last: 4 },
    ])
  })

  it('leaves identifiers that only look glued', () => {
    expect(join('- How do', 'order_by', 'and the rest work?')).toEqual([
      '- How do `order_by` and the rest work?',
    ])
    expect(join('- How do', 'a', 'order_by', 'work in it?')).toEqual(['- How do `a` `order_by` work in it?'])
  })

  it('leaves finished sentences, wrapped lines and headings alone', () => {
    for (const lines of [
      ['- What is it?', 'Arrays', 'and then some'],
      ['- What is the', 'difference between', 'the two of them?'],
      ['- Arrays', 'Graphs', '- Trees'],
      ['Some text', 'word', 'goes on here'],
    ]) {
      expect(join(...lines)).toEqual(lines)
    }
  })
})
