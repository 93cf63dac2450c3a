import fc from 'fast-check'

/** Titles and questions that are not what they seem: markup, paths, names of devices, other directions and scripts. */
export const hostileTitles: readonly string[] = [
  '<script>alert(1)</script>',
  '"]]>',
  '../../etc/passwd',
  'C:\\Windows\\CON',
  'a/b\\c:d*e?f"g<h>i|j',
  'مرحبا \u202Eabc',
  '😀 emoji 👩‍👩‍👧',
  '什么是注意力？（多头）',
  '=HYPERLINK("http://x.org")',
  'tab\there',
  '[[x]] | y',
  '# not # a heading #',
  '`',
  '.',
]

/** Notes that try to break out of what holds them. */
export const hostileNotes: readonly string[] = [
  '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](vbscript:x) ![d](javascript:x)',
  '[r]\n\n[r]: data:text/html,<script>alert(1)</script>',
  '"]]> --> </style></script> ]]>',
  '$\\href{javascript:alert(1)}{x}$ $\\htmlId{a}{b}$ $\\badcommand{$',
  '```js"><script>alert(1)</script>\n</code></pre><script>\n```',
  '![x" onerror="alert(1)](../../../etc/passwd) ![[../../x.png]]',
  'line\twith tab\n\n"quotes", commas\r\nand breaks',
  '|a|\n|-|\n|[[A\\|x]]|',
  '> [!note] Title <b>\n> text',
  '> [!x"><b>]- <sub onclick="alert(1)">t</sub>\n> a<br onclick=alert(1)>',
  '![a|100x"](../attachments/i.png) ![[i.png|9" onload="alert(1)|200]]',
]

/** What links, headings and open blocks are made of. */
export const linkPieces: readonly string[] = [
  '[[A]]',
  '[[b|x]]',
  '[[A#H]]',
  '[[b#中文]]',
  '[[gates#^q-1]]',
  '[a](b.md#h)',
  '[a](A.md#h)',
  '# H\n',
  '## H [[A]] #\n',
  'H\n===\n',
  '```\n',
  '> ',
  '- ',
  '\n\n',
  'text ',
  '$$\n',
  '<!--',
  '-->',
  '[^1]',
  '[^1]: f\n',
  '[r]',
  '[r]: A.md\n',
  '`',
  '# <b>x</b> $y$ ![i](j.png)\n',
  '\\',
  '**',
  '|',
  '# 中文！ 😀\n',
]

/** A text put together from such pieces and from hostile notes. */
export const noteText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...linkPieces, ...hostileNotes), { maxLength: 10 })
  .map(pieces => pieces.join(''))
