import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainInline, plainInlineParts } from '../../../../../src/shared/domain/markdown/parse-markdown'

const text = (value: string) => ({ kind: 'text', text: value })
const formula = (value: string) => ({ kind: 'formula', text: value })

it.each([
  [
    'Why $\\alpha$, **and** $b$?',
    [text('Why '), formula('\\alpha'), text(', and '), formula('b'), text('?')],
  ],
  ['$x$', [formula('x')]],
  ['**$x$ of [[note|words]]**', [formula('x'), text(' of words')]],
  ['$5 and $10', [text('$5 and $10')]],
  ['`$x$`', [text('$x$')]],
  ['no formula', [text('no formula')]],
  ['\uE000 $x$', [text('\uE000 x')]],
])('parts of %j', (markdown, parts) => {
  expect(plainInlineParts(markdown)).toEqual(parts)
})

it('joined, the parts are the plain text', () => {
  const piece = fc.constantFrom(
    '$',
    '$x$',
    '$$',
    ' ',
    'a',
    '**',
    '`',
    '\\',
    '[[n|',
    ']]',
    '\n',
    '_',
    '5',
    '~~',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const markdown = pieces.join('')
      const joined = plainInlineParts(markdown).map(part => part.text)
      expect(joined.join('')).toBe(plainInline(markdown))
    }),
  )
})
