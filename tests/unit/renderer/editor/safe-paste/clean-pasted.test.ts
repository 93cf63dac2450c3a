// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { cleanPasted } from '../../../../../src/renderer/editor/extensions/safe-paste/clean-pasted'

function clean(html: string): string {
  const root = new DOMParser().parseFromString(html, 'text/html').body
  cleanPasted(root)
  return root.innerHTML
}

function item(list: string, marker: string, text: string): string {
  return `<p data-x-style="mso-list:${list} lfo1"><span data-x-style="mso-list:Ignore">${marker} </span>${text}</p>`
}

test.each([
  [
    'another number of Word’s',
    item('l0 level1', '·', 'a') + item('l1 level1', '·', 'b'),
    '<ul><li>a</li></ul><ul><li>b</li></ul>',
  ],
  [
    'another kind of marker',
    item('l0 level1', '·', 'a') + item('l0 level1', '1.', 'b'),
    '<ul><li>a</li></ul><ol><li>b</li></ol>',
  ],
  [
    'another number within an item, which the items after it don’t have',
    item('l0 level1', '1.', 'a') +
      item('l1 level2', '·', 'b') +
      item('l0 level2', 'a.', 'c') +
      item('l0 level1', '2.', 'd'),
    '<ol><li>a<ul><li>b</li></ul><ol><li>c</li></ol></li><li>d</li></ol>',
  ],
  [
    'no list of its own',
    `${item('l0 level1', '1.', 'a')}<p class="MsoListParagraph">b</p>`,
    '<ol><li>a</li><li>b</li></ol>',
  ],
])('a paragraph of Word with %s', (_name, html, expected) => expect(clean(html)).toBe(expected))

test.each([
  ['items', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', 'a<br>b<br>c'],
  ['blocks and text', 'a<p>b<br></p> <div>c <i>d</i></div>', 'a<br>b<br>c <i>d</i>'],
  ['code and empty blocks', '<p></p><pre>a\nb</pre><p>\u00a0</p>', '<code>a</code><br><code>b</code>'],
  ['an image in a block', '<p><img src="a.png"></p>', '<img src="a.png">'],
  ['lines alone', 'a<br>b', 'a<br>b'],
])('%s in a cell become its lines', (_name, html, expected) => {
  const table = (cell: string) => `<table><tbody><tr><td>${cell}</td></tr></tbody></table>`
  expect(clean(table(html))).toBe(table(expected))
})
