import { describe, expect, it } from 'vitest'
import { formatQuestionList } from '../../../../../src/shared/domain/import/format-question-list'

const lines = (...all: string[]) => all.join('\n') + '\n'

describe('formatQuestionList', () => {
  it('writes front matter, sections, questions, hints and bodies', () => {
    const sections = [
      {
        title: 'Tokens',
        questions: [
          { id: 'llm-2-02', text: 'Why?', hint: 'what does\n\neach count?' },
          { text: 'Which?', body: '- “one”\n- “two”' },
        ],
      },
      { title: 'Layers #', questions: [{ text: '# or -?', hint: 'h', body: '```js\n  a\n\n```' }] },
    ]
    expect(
      formatQuestionList({ id: 'llm', title: 'Models: a "list"', language: 'en', source: '- #1', sections }),
    ).toBe(
      lines(
        '---',
        `title: 'Models: a "list"'`,
        'id: llm',
        'language: en',
        'source: "- #1"',
        '---',
        '',
        '## Tokens',
        '',
        '1. Why? ^llm-2-02',
        '   > Hint: what does',
        '   >',
        '   > each count?',
        '2. Which? ^llm-01-02',
        '   - “one”',
        '   - “two”',
        '',
        '## Layers \\#',
        '',
        '1. \\# or -? ^llm-02-01',
        '   > Hint: h',
        '',
        '   ```js',
        '     a',
        '',
        '   ```',
      ),
    )
  })

  it('gives each question an id that is valid, and used nowhere else', () => {
    const texts = ['a', 'b', 'c', 'd']
    const ids = ['x', 'x', 'not valid', 'l-01-02']
    const questions = texts.map((text, index) => ({ text, id: ids[index] }))
    const written = formatQuestionList(
      { id: 'l', title: 'L', sections: [{ title: 'S', questions }] },
      new Set(['l-01-03']),
    )
    expect(written.match(/\^\S+/g)).toEqual(['^x', '^l-01-02-2', '^l-01-03-2', '^l-01-02'])
  })

  it('indents what belongs to a question as wide as its number', () => {
    const questions = Array.from({ length: 10 }, () => ({ text: 'q', body: 'b' }))
    const written = formatQuestionList({ id: 'l', title: 'L', sections: [{ title: 'S', questions }] })
    expect(written.slice(-43)).toBe('\n9. q ^l-01-09\n\n   b\n10. q ^l-01-10\n\n    b\n')
  })

  it('writes a list without sections', () => {
    expect(formatQuestionList({ id: 'l', title: 'L', sections: [] })).toBe('---\ntitle: L\nid: l\n---\n')
  })
})
