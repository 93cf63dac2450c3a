import { expect, test } from 'vitest'
import { isAllowedAddress } from '../../../../src/renderer/editor/extensions/note-link/note-link'
import { withoutActiveAttributes } from '../../../../src/renderer/editor/extensions/safe-paste/safe-paste'

test.each([
  'https://a.b',
  'HTTP://a.b',
  'mailto:a@b.c',
  '../note one.md#part',
  '#part',
  'note:one.md'.slice(5),
])('%s may be a link', address => expect(isAllowedAddress(address)).toBe(true))

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '\u0000vbscript:x',
])('%j may not be a link', address => expect(isAllowedAddress(address)).toBe(false))

test('pasted HTML keeps its styles, but none that the parser would apply or report', () => {
  const html =
    '<style>p{}</style><b style="font-weight:normal" onclick=\'x()\'>on style="a" <i  STYLE=x>b</i></b><script>1</script>'
  expect(withoutActiveAttributes(html)).toBe(
    '<b data-x-style="font-weight:normal" data-x-onclick=\'x()\'>on style="a" <i  data-x-STYLE=x>b</i></b>',
  )
})
