import { describe, expect, it } from 'vitest'
import { readNote } from '../../../../src/shared/domain/note'

const titleOf = (text: string) => readNote('notes/sub/My file.md', text).title

describe('readNote', () => {
  it.each([
    ['---\ntitle: From *YAML*\n---\n# Heading', 'From *YAML*'],
    ['---\ntitle: ""\n---\nText\n\n## A **b** [[c|d]]\n# E', 'A b d'],
    ['1. a\n\n# 2. *Gates*', '2. Gates'],
    ['Title\n=====', 'Title'],
    ['# ![](a.png)', 'My file'],
    ['Text', 'My file'],
  ])('takes the title of %j', (text, title) => {
    expect(titleOf(text)).toBe(title)
  })

  it('reads what the index needs', () => {
    expect(readNote('notes/a.md', '---\nanswers: [q-1]\ntags: ["#x"]\n---\n## B\n[[c]]\n')).toEqual({
      path: 'notes/a.md',
      title: 'B',
      answers: ['q-1'],
      tags: ['x'],
      headings: [{ level: 2, text: 'B', line: 0 }],
      links: [{ kind: 'wiki', isEmbed: false, target: 'c', start: 5, end: 10 }],
      hasText: true,
      problem: undefined,
    })
  })

  it('has no text in a note of front matter only', () => {
    expect(readNote('notes/a.md', '---\nanswers: [q]\n---\n\n').hasText).toBe(false)
  })
})
