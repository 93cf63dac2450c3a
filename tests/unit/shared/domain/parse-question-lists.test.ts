import { describe, expect, it } from 'vitest'
import { parseQuestionLists } from '../../../../src/shared/domain/parse-question-lists'
import { storeQuestionIds } from '../../../../src/shared/domain/store-question-ids'

const read = (...texts: string[]) =>
  parseQuestionLists(texts.map((text, index) => ({ name: `${'abc'.charAt(index)}.md`, text })))
const idsOf = (...texts: string[]) =>
  read(...texts).map(({ list }) => [
    list.id,
    ...list.sections.flatMap(section => section.questions.map(question => question.id)),
  ])

describe('parseQuestionLists', () => {
  it('leaves a question to the first list that has its id; the other gets a provisional one', () => {
    expect(idsOf('- one ^q\n- two\n', '- three ^q\n- four ^r\n')).toEqual([
      ['a', 'q', 'a-01-02'],
      ['b', 'b-01-01', 'r'],
    ])
  })

  it('gives no id that a later list stores', () => {
    expect(idsOf('- one\n', '- two ^a-01-01\n')).toEqual([
      ['a', 'a-01-01-2'],
      ['b', 'a-01-01'],
    ])
  })

  it('keeps lists of one id apart', () => {
    const text = '---\nid: llm\n---\n- one ^q\n- two\n'
    expect(idsOf(text, text, text)).toEqual([
      ['llm', 'q', 'llm-01-02'],
      ['b', 'b-01-01', 'b-01-02'],
      ['c', 'c-01-01', 'c-01-02'],
    ])
  })

  it('stores the ids that it gave, and gives them again', () => {
    const first = '- one ^q\n'
    const second = '- two ^q\n- three\n'
    const stored = storeQuestionIds(second, 'b.md', read(first, second)[1]?.others)
    expect(stored).toBe('- two ^b-01-01\n- three ^b-01-02\n')
    expect(idsOf(first, stored)).toEqual(idsOf(first, second))
  })
})
