import { describe, expect, it } from 'vitest'
import { editQuestionList } from '../../../../../src/shared/domain/list-edit/edit-question-list'

const retitled = (text: string, title: string) =>
  editQuestionList(text, 'old.md', { kind: 'change-list', title })

describe('giving a list another title', () => {
  it.each([
    [
      'in its front matter',
      '---\r\nid: old\r\ntitle: "Old" # mine\r\n---\r\n\r\n## S\r\n\r\n1. Why? ^old-1\r\n',
      '---\r\nid: old\r\ntitle: "New: one" # mine\r\n---\r\n\r\n## S\r\n\r\n1. Why? ^old-1\r\n',
    ],
    ['in its heading', '# Old\n\n## Old\n\n1. Why? ^old-1\n', '# New: one\n\n## Old\n\n1. Why? ^old-1\n'],
    [
      'in both',
      '---\ntitle: Old\n---\n# Old\n\n1. Why? ^old-1\n',
      '---\ntitle: "New: one"\n---\n# New: one\n\n1. Why? ^old-1\n',
    ],
    [
      'that came from its file name',
      '## S\n\n1. Why? ^old-1\n',
      '---\ntitle: "New: one"\n---\n## S\n\n1. Why? ^old-1\n',
    ],
    [
      'that came from its file name, with questions before any heading',
      '\uFEFF1. Why? ^old-1\n',
      '\uFEFF---\ntitle: "New: one"\n---\n1. Why? ^old-1\n',
    ],
  ])('writes it %s', (_, before, after) => {
    expect(retitled(before, 'New:  one')).toBe(after)
  })

  it('refuses front matter that it can not write into', () => {
    expect(() => retitled('---\n{id: old}\n---\n1. Why? ^old-1\n', 'New')).toThrow(RangeError)
  })
})
