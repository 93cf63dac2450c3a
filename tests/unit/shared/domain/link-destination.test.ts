import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeDestination, relativePath } from '../../../../src/shared/domain/link-destination'
import { decodePath } from '../../../../src/shared/domain/link-keys'
import { parseMarkdown } from '../../../../src/shared/domain/markdown/parse-markdown'
import { joinPath } from '../../../../src/shared/domain/resolve-link'

it('encodes what would end a link, and leaves letters as they are', () => {
  expect(encodeDestination('../attachments/注意力 (1) 50%.png')).toBe(
    '../attachments/注意力%20%281%29%2050%25.png',
  )
})

const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter(part => {
  const trimmed = part.trim()
  return trimmed !== '' && trimmed !== '.' && trimmed !== '..' && !/[/\\&]/.test(part) && part.isWellFormed()
})
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'))

it('writes links that Markdown reads as the same path', () => {
  fc.assert(
    fc.property(path, target => {
      const [paragraph] = parseMarkdown(`[x](../${encodeDestination(target)})`).children
      const link = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
      expect(link?.type === 'link' ? decodePath(link.url) : link?.type).toBe(`../${target}`)
    }),
  )
})

it('finds the way from one file to another', () => {
  fc.assert(
    fc.property(path, path, (from, to) => {
      expect(joinPath(from, relativePath(from, to))).toBe(to)
    }),
  )
  expect(relativePath('notes/a.md', 'attachments/x.png')).toBe('../attachments/x.png')
  expect(relativePath('notes/deep/a.md', 'notes/deep/b.md')).toBe('b.md')
})
