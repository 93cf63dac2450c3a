import { describe, expect, it } from 'vitest'
import { checkMarkdownLinks } from '../../../../../src/shared/domain/export/check-markdown-links'
import { HeadingAnchors } from '../../../../../src/shared/domain/export/heading-anchors'

describe('HeadingAnchors', () => {
  it('numbers headings of one text by GitHub’s rule and writes an anchor where readers disagree', () => {
    const anchors = new HeadingAnchors()
    const texts = ['What is C#?', 'What is C#?', '什么是注意力？', '', 'a -- b', 'Ⅳ', 'a  b']
    expect(texts.map(text => anchors.next(text))).toEqual([
      { id: 'what-is-c', html: '' },
      { id: 'what-is-c-1', html: '' },
      { id: '什么是注意力', html: '' },
      { id: 'a1.', html: '<a id="a1."></a>' },
      { id: 'a2.a----b', html: '<a id="a2.a----b"></a>' },
      { id: 'a3.', html: '<a id="a3."></a>' },
      { id: 'a4.a--b', html: '<a id="a4.a--b"></a>' },
    ])
    expect(anchors.next('plain', false).html).toBe('<a id="a5.plain"></a>')
  })
})

describe('checkMarkdownLinks', () => {
  it('tells fragments without a place and relative files', () => {
    const markdown =
      '# A b\n# A b\n<a id="z"></a>\n[1](#a-b-1) [2](#z) [3](#no) ![4](f/i%20j.png#x) [5](https://a.org) [6]\n\n[6]: g.md\n\n`[7](#no)`'
    expect(checkMarkdownLinks(markdown)).toEqual({ missingAnchors: ['#no'], files: ['f/i j.png', 'g.md'] })
  })
})
