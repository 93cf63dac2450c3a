import { expect, it } from 'vitest'
import { HtmlReferences } from '../../../../../../src/shared/domain/export/html/html-references'

it('reads ids and destinations from a page that comes in pieces of any size', () => {
  const page =
    '<!doctype html><p id="a&#x26;b">x &#x3C;p id="no"> id="no" <a title="> id=" href="#c">y</a><img src="data:x" alt=""><img src="f/i.png"> <a href="https://a.org">'
  for (const size of [1, 2, 7, 1000]) {
    const references = new HtmlReferences()
    for (let at = 0; at < page.length; at += size) references.add(page.slice(at, at + size))
    expect([...references.ids]).toEqual(['a&b'])
    expect([...references.targets]).toEqual(['#c', 'f/i.png'])
  }
})
