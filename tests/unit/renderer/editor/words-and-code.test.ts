import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordsAndCode } from '../../../../src/renderer/editor/words-and-code'
import { parseMarkdown } from '../../../../src/shared/domain/markdown/parse-markdown'

const parsed = (line: string) => {
  const [block, ...others] = parseMarkdown(line).children
  if (block?.type !== 'paragraph' || others.length > 0) return undefined
  return block.children.map(node =>
    node.type === 'inlineCode' || node.type === 'text'
      ? { kind: node.type === 'inlineCode' ? 'code' : 'words', text: node.value }
      : { kind: node.type, text: '' },
  )
}

it('takes words and code apart', () => {
  expect(wordsAndCode('Why `1/√d_k` ahead of `</s>`?')).toEqual([
    { kind: 'words', text: 'Why ' },
    { kind: 'code', text: '1/√d_k' },
    { kind: 'words', text: ' ahead of ' },
    { kind: 'code', text: '</s>' },
    { kind: 'words', text: '?' },
  ])
  expect(wordsAndCode('what: is http://a.b? (it)')).toEqual([
    { kind: 'words', text: 'what: is http://a.b? (it)' },
  ])
})

it('leaves what takes a parser to it', () => {
  for (const line of [
    '**a**',
    'a ` b',
    '``a``',
    '`` a',
    'a \\` b `c`',
    '1. `a`',
    '# `a`',
    '` a `',
    '`a` *b*',
    '`a``b`',
  ])
    expect(wordsAndCode(line)).toBeUndefined()
})

it('finds in a line what the parser finds there', () => {
  let taken = 0
  const simple = fc.constantFrom('a', 'b c', ' ', '`a_b*`', '`x y`', '模', '.', ': ')
  const other = fc.constantFrom('`', '``', '_', '*', '#', '-', '1.', '$', '<', '\\', '==', '|', '` ')
  const piece = fc.oneof({ weight: 6, arbitrary: simple }, { weight: 1, arbitrary: other })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), pieces => {
      const line = pieces.join('')
      // Without a backtick a line is taken as it is, whatever it begins with.
      const found = line.includes('`') ? wordsAndCode(line)?.filter(({ text }) => text !== '') : undefined
      if (found === undefined) return
      taken += 1
      expect(found).toEqual(parsed(line))
    }),
    { numRuns: 3000 },
  )
  expect(taken).toBeGreaterThan(500)
})
