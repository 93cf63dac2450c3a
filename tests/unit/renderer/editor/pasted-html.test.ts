import { expect, test } from 'vitest'
import { withoutActiveAttributes } from '../../../../src/renderer/editor/extensions/safe-paste/safe-paste'

test.each([
  [
    'a base',
    '<base href="https://elsewhere.example/"><p>x</p>',
    '<x-base href="https://elsewhere.example/"><p>x</p>',
  ],
  ['a base that is not closed', '<BASE href=//elsewhere.example', '<x-BASE href=//elsewhere.example'],
  ['a handler', '<p onclick="go()">x</p>', '<p data-x-onclick="go()">x</p>'],
  ['a style', "<b style='font-weight:normal'>x</b>", "<b data-x-style='font-weight:normal'>x</b>"],
  ['a script', '<p>x</p><script>go()</script>', '<p>x</p>'],
  [
    'a style of what was copied here, but not one in an attribute’s text',
    '<p data-pm-slice="0 0 []" style="x" onclick="y">a style="x"<code data-raw-inline="<b style=&quot;x&quot;> one=2">b</code></p>',
    '<p data-pm-slice="0 0 []" data-x-style="x" data-x-onclick="y">a style="x"<code data-raw-inline="<b style=&quot;x&quot;> one=2">b</code></p>',
  ],
  ['what only looks like a base', '<baseline>x</baseline> base', '<baseline>x</baseline> base'],
])('%s in pasted HTML does nothing', (_name, html, expected) => {
  expect(withoutActiveAttributes(html)).toBe(expected)
})
