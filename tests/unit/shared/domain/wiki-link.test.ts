import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWikiLink, safeLabel, wikiLinkToQuestion } from '../../../../src/shared/domain/wiki-link'

const parts = { heading: undefined, blockId: undefined, label: undefined }

describe('parseWikiLink', () => {
  it.each([
    ['note', { target: 'note' }],
    [' note # Heading | label ', { target: 'note', heading: 'Heading', label: 'label' }],
    ['#Heading', { target: '', heading: 'Heading' }],
    ['llm#^llm-1-01|a|b', { target: 'llm', blockId: 'llm-1-01', label: 'a|b' }],
    ['note\\|label', { target: 'note', label: 'label' }],
    ['note|', { target: 'note' }],
    ['a#b#c', { target: 'a', heading: 'b#c' }],
    ['', { target: '' }],
  ])('reads %j', (inner, expected) => {
    expect(parseWikiLink(inner)).toEqual({ ...parts, ...expected })
  })

  it('reads what wikiLinkToQuestion writes, whatever the label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), label => {
        const expected = safeLabel(label) === '' ? undefined : safeLabel(label)
        const inner = wikiLinkToQuestion('llm', 'llm-1-01', label)
        expect(inner).not.toMatch(/[[\]\n]/)
        expect(parseWikiLink(inner)).toEqual({
          ...parts,
          target: 'llm',
          blockId: 'llm-1-01',
          label: expected,
        })
      }),
    )
  })
})
