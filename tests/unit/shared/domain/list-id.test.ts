import { describe, expect, it } from 'vitest'
import { toListId, toNewListId } from '../../../../src/shared/domain/list-id'
import { isQuestionId, questionIdAt } from '../../../../src/shared/domain/question-id'

describe('toListId', () => {
  it('keeps letters and digits', () => {
    expect(['llm', ' Été à  la_mer! ', 'a'.repeat(90)].map(toListId)).toEqual([
      'llm',
      'Ete-a-la-mer',
      'a'.repeat(60),
    ])
  })

  it('gives names without any ids of their own', () => {
    const [first = '', second = ''] = ['面试题', '前端'].map(toListId)
    expect([first.startsWith('list-'), first !== second, toListId('面试题')]).toEqual([true, true, first])
  })

  it('gives ids that question ids can start with', () => {
    for (const name of ['', '---', '面试题', 'a'.repeat(90)]) {
      expect(isQuestionId(questionIdAt(toListId(name), 123, 4567))).toBe(true)
    }
  })
})

it('gives a new list no name that Windows has for itself', () => {
  expect(['CON', 'aux', 'com1', 'console', 'llm'].map(toNewListId)).toEqual([
    'list-CON',
    'list-aux',
    'list-com1',
    'console',
    'llm',
  ])
  expect(toListId('aux')).toBe('aux')
})
