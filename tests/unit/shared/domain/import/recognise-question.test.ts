import { describe, expect, it } from 'vitest'
import {
  announcesMore,
  isLikeQuestion,
  isQuoted,
} from '../../../../../src/shared/domain/import/recognise-question'

describe('isLikeQuestion', () => {
  it.each([
    'What is a closure',
    'Is it true?',
    '**Why?** 👶',
    '3. Explain the difference between a and b',
    'Given a list, reverse it.',
    'Design a parking lot for the city',
    'Write a function that adds',
    'Tell me about yourself',
    'Can two threads share a stack',
    '[How does it work?](https://example.org/a?b=c) [[src](https://example.org)]',
    '¿Qué es esto',
    '请解释闭包',
    '简述 TCP 的三次握手。',
    'HTTP 和 HTTPS 的区别',
    '你用过哪些设计模式',
    '为什么要用缓存',
  ])('takes %j for a question', text => {
    expect(isLikeQuestion(text)).toBe(true)
  })

  it.each([
    'Design patterns',
    'State management in apps',
    'When the wind blows, the cradle rocks.',
    'List comprehensions',
    'Time complexity: O(n)',
    'A closure is a function.',
    '计算机网络',
    '该函数决定是否加载，由运行时在启动阶段统一处理。',
    '',
    '---',
  ])('takes %j for none', text => {
    expect(isLikeQuestion(text)).toBe(false)
  })
})

describe('announcesMore', () => {
  it('tells questions that need what follows them', () => {
    expect(
      ['Which of the following is it?', '以下哪个对？', 'Name them:', 'What is it?'].map(announcesMore),
    ).toEqual([true, true, true, false])
  })
})

describe('isQuoted', () => {
  it('tells texts wholly in quotation marks', () => {
    expect(['“a ‘b’”', '"a".', '「甲」', '“a” and “b”', 'say “a”'].map(isQuoted)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})
