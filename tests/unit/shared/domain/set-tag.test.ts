import { expect, it } from 'vitest'
import { setTag } from '../../../../src/shared/domain/set-tag'

const note = (...lines: string[]) => ['---', ...lines, '---', 'body', ''].join('\n')

it.each([
  ['body\n', '---\ntags: [x]\n---\nbody\n'],
  [note('tag: a'), note('tag: [a, x]')],
  [note('tag: [a, b]'), note('tag: [a, b, x]')],
  [note('tags: a, b'), note('tags: [a, b, x]')],
  [note('tag: a', 'tags: [b]'), note('tag: a', 'tags: [b, x]')],
  [note('tag: x'), note('tag: x')],
  [note('tags: "#x"'), note('tags: "#x"')],
])('adds a tag under the key that is there: %j', (before, after) => {
  expect(setTag(before, 'x', true)).toBe(after)
})

it.each([
  [note('tag: x'), note('tag: []')],
  [note('tag: x, b', 'tags: ["#x", c]'), note('tag: [b]', 'tags: [c]')],
  [note('tags: a x'), note('tags: [a]')],
  [note('tag: a'), note('tag: a')],
])('takes a tag out wherever it is: %j', (before, after) => {
  expect(setTag(before, 'x', false)).toBe(after)
})
