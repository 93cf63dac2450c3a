import { describe, expect, it } from 'vitest'
import { compileFinder } from '../../../../../src/shared/domain/find/compile-finder'
import { replaceInText } from '../../../../../src/shared/domain/find/replace-in-text'

async function replaced(text: string, wanted: string, replacement: string, isRegex = false) {
  const compiled = await compileFinder({ text: wanted, isRegex, isCaseSensitive: false, isWholeWord: false })
  if (compiled.kind === 'problem') throw new Error(compiled.text)
  return replaceInText(text, compiled.find, { replacement, isRegex }, 10)
}

describe('replaceInText', () => {
  it.each([
    ['a cat, a Cat', 'cat', 'dog', false, 'a dog, a dog', 2],
    ['2024-01-02', '(\\d+)-(\\d+)-(\\d+)', '$3.$2.$1', true, '02.01.2024', 1],
    ['costs 5', '5', '$1', false, 'costs $1', 1],
    ['same', 'same', 'same', false, 'same', 0],
    ['none', 'x', 'y', false, 'none', 0],
    ['a\r\nb\r\n', 'b', 'c', false, 'a\r\nc\r\n', 1],
  ])('of %j: %j by %j', async (...[text, wanted, replacement, isRegex, expected, count]) => {
    expect(await replaced(text, wanted, replacement, isRegex)).toMatchObject({ text: expected, count })
  })

  it('describes each place by its line, before and after', async () => {
    const { changes } = await replaced('one\ntwo cats here\nthree', 'cats', 'dogs and birds')
    expect(changes).toEqual([
      {
        before: 'two cats here',
        after: 'two dogs and birds here',
        beforeRange: [4, 8],
        afterRange: [4, 18],
      },
    ])
  })
})
