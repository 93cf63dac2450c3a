import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuestionList } from '../../../../src/shared/domain/parse-question-list'
import { storeQuestionIds } from '../../../../src/shared/domain/store-question-ids'

const store = (source: string) => storeQuestionIds(source, 'llm.md')

describe('storeQuestionIds', () => {
  it('appends an id to items without one and changes no other byte', () => {
    const source =
      '\uFEFF---\r\ntitle: "T" # why\r\n---\r\n\r\nIntro  \r\n\r\n## S\r\n- one  \r\n* two\r\n  lines\r\n\r\n  > Hint: x\r\n- three ^c\r\n'
    expect(store(source)).toBe(
      source.replace('- one  ', '- one ^llm-01-01  ').replace('  lines', '  lines ^llm-01-02'),
    )
  })

  it('gives a repeated id to its first item only', () => {
    expect(store('## S\n1. a ^x\n2. b ^x\n')).toBe('## S\n1. a ^x\n2. b ^llm-01-02\n')
  })

  it('leaves an item that can hold no id as it is', () => {
    const source = '- ```\n  code\n  ```\n-\n'
    expect(store(source)).toBe(source)
  })

  it('stores the ids that the list has, once and for all', () => {
    const parts = fc.constantFrom(
      '\n',
      '\r\n',
      '- a',
      '1. b',
      '> Hint: c',
      '   ',
      '## ',
      ' ^x',
      ' ^llm-01-02',
      'd\n',
      '|',
      '- # e',
    )
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 20 }).map(all => all.join('')),
        source => {
          const stored = store(source)
          expect(store(stored)).toBe(stored)
          expect(idsOf(stored)).toEqual(idsOf(source))
        },
      ),
    )
  })
})

const idsOf = (source: string) =>
  parseQuestionList(source, 'llm.md').sections.flatMap(({ questions }) =>
    questions.map(({ id, text }) => [id, text]),
  )
