import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beginningOf, sectionOf, withoutTitle } from '../../../../../src/shared/domain/markdown/excerpt'

const body = 'intro\n\n# One\n\na\n\n## Deep *er*\n\nb\n\n```\n# code\n```\n\n# Two\n\nc\n'

it('gives a section with what is below it', () => {
  expect(sectionOf(body, 'one')).toBe('# One\n\na\n\n## Deep *er*\n\nb\n\n```\n# code\n```\n')
  expect(sectionOf(body, 'One#Deep er')).toBe('## Deep *er*\n\nb\n\n```\n# code\n```\n')
  expect(sectionOf(body, 'Two')).toBe('# Two\n\nc\n')
  expect(sectionOf(body, 'code')).toBeUndefined()
})

it('cuts between blocks, and leaves no fence open', () => {
  expect(beginningOf('one\n\ntwo\n\nthree\n', 9)).toEqual({ text: 'one', isCut: true })
  expect(beginningOf('one\n\ntwo\n', 100)).toEqual({ text: 'one\n\ntwo', isCut: false })
  expect(beginningOf('```js\na()\nb()\nc()\n```\n', 14)).toEqual({
    text: '```js\na()\nb()\n```',
    isCut: true,
  })
  expect(beginningOf('x'.repeat(30), 10)).toEqual({ text: 'x'.repeat(10), isCut: true })
})

it('leaves out a heading that is the title', () => {
  expect(withoutTitle('# **Roots** ##\n\ntext', 'Roots')).toBe('\ntext')
  expect(withoutTitle('# Roots and more\n', 'Roots')).toBe('# Roots and more\n')
  expect(withoutTitle('text\n# Roots\n', 'Roots')).toBe('text\n# Roots\n')
})

it('never gives much more than was asked for', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\n\n', '```', '~~~~', ' '), { maxLength: 60 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (parts, limit) => {
      expect(beginningOf(parts.join(''), limit).text.length).toBeLessThanOrEqual(2 * limit + 1)
    }),
  )
})
