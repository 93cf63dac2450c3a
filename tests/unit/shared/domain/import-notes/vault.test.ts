import { describe, expect, it } from 'vitest'
import { Vault } from '../../../../../src/shared/domain/import-notes/vault'

describe('followWiki', () => {
  const vault = new Vault(['trail .md', ' lead.md', 'two  blanks.md', 'sub /deep .md', 'links.md', 'pic.png'])

  it.each([
    ['trail', 'trail .md'],
    ['trail ', 'trail .md'],
    [' trail', 'trail .md'],
    ['trail |label', 'trail .md'],
    ['trail # Heading', 'trail .md'],
    ['trail.md ', 'trail .md'],
    ['lead', ' lead.md'],
    ['two blanks', 'two  blanks.md'],
    ['sub/deep', 'sub /deep .md'],
    ['deep', 'sub /deep .md'],
    ['pic.png ', 'pic.png'],
    ['nowhere', undefined],
  ])('takes no notice of blanks in %j, nor of those of the file', (inner, path) => {
    expect(vault.followWiki(inner, 'links.md')).toBe(path)
  })

  it('prefers the file whose name has no blank at its end', () => {
    expect(new Vault(['trail .md', 'sub/trail.md']).followWiki('trail ', 'links.md')).toBe('sub/trail.md')
  })
})
