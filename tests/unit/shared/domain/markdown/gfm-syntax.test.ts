import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, it } from 'vitest'
import { gfmSyntax, gfmTree } from '../../../../../src/shared/domain/markdown/gfm-syntax'

const pieces = [
  ...[
    'a',
    'b.c',
    '@',
    '.com',
    'www.',
    'http://',
    'HTTPS://x.y',
    'me@x.org',
    '&#64;',
    '\\',
    '[',
    ']',
    '(',
    ')',
  ],
  ...['*', '_', '~~', '`', '<', '>', '!', ' ', '\n', '\n\n', '| ', '- ', '[^1]', '[ ] ', '中', '-', '+'],
]

it('makes the same tree as GFM as it comes, with and without addresses', () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, markdown => {
      expect(
        fromMarkdown(markdown, { extensions: [gfmSyntax(markdown)], mdastExtensions: [...gfmTree] }),
      ).toEqual(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))
    }),
    { numRuns: 3000 },
  )
})
