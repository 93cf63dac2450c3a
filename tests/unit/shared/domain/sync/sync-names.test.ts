import { describe, expect, it } from 'vitest'
import { conflictCopyOf } from '../../../../../src/shared/domain/sync/conflict-copy'
import { isForeignTemporary } from '../../../../../src/shared/domain/sync/is-foreign-temporary'
import { isSameOrigin } from '../../../../../src/shared/domain/sync/is-same-origin'
import { readConflictMarkers } from '../../../../../src/shared/domain/sync/conflict-markers'

describe('conflictCopyOf', () => {
  it.each([
    'notes/a b.sync-conflict-20240101-120000-ABCDEFG.md',
    "notes/a b (Ann's conflicted copy 2024-01-01).md",
    'notes/a b (Ann’s conflicted copy 2024-01-01 (1)).md',
    'notes/a b (conflicted copy 2024-01-01 120000).md',
    'notes/a b (Case Conflict).md',
    'notes/a b (In Konflikt stehende Kopie von Ann 2024-01-01).md',
    'notes/a b (Copie en conflit de Ann 2024-01-01).md',
    'notes/a b (Ann 的冲突副本 2024-01-01).md',
    'notes/a b_conflict-20240101-120000.md',
  ])('knows %s', path => {
    expect(conflictCopyOf(path)).toEqual({ original: 'notes/a b.md', isCertain: true })
  })

  it.each([
    'notes/a b 2.md',
    'notes/a b (1).md',
    'notes/a b-DESKTOP-AB12CD3.md',
    'notes/a b-Anns-MacBook-Pro.md',
  ])('takes %s for possible', path => {
    expect(conflictCopyOf(path)).toEqual({ original: 'notes/a b.md', isCertain: false })
  })

  it.each(['notes/a.md', 'notes/kv-cache.md', 'notes/conflicted copy.md', 'notes/GPT-4.md', 'notes/2024.md'])(
    'sees nothing in %s',
    path => {
      expect(conflictCopyOf(path)).toBeUndefined()
    },
  )
})

describe('isSameOrigin', () => {
  it.each([
    ['two texts that say nothing', '', '', false],
    ['the same', 'x\n', 'x\n', true],
    ['half of the lines', 'one\ntwo\nthree\nfour\n', 'one\ntwo\nthree\nother\n', true],
    ['a title only', '# T\nmine\n', '# T\ntheirs\n', false],
    ['blank lines and rules', '\n---\n\n***\n', '\n---\n\n***\nx\n', false],
  ])('of %s: %s', (...[, a, b, expected]) => {
    expect(isSameOrigin(a, b)).toBe(expected)
  })
})

describe('readConflictMarkers', () => {
  it('takes both versions out, byte for byte', () => {
    const text = 'a\r\n<<<<<<< HEAD\r\nmine\r\n=======\r\ntheirs\r\n>>>>>>> branch\r\nz'
    expect(readConflictMarkers(text)).toEqual({
      mine: 'a\r\nmine\r\nz',
      theirs: 'a\r\ntheirs\r\nz',
      base: undefined,
    })
  })

  it('has the base where every place gives it', () => {
    const text = '<<<<<<< a\nm\n||||||| b\no\n=======\nt\n>>>>>>> c\n'
    expect(readConflictMarkers(text)).toEqual({ mine: 'm\n', theirs: 't\n', base: 'o\n' })
  })

  it.each(['no markers', '<<<<<<< only a start\n', 'T\n=======\n', 'text <<<<<<< a\n=======\n>>>>>>> b\n'])(
    'finds none in %j',
    text => {
      expect(readConflictMarkers(text)).toBeUndefined()
    },
  )
})

describe('isForeignTemporary', () => {
  it.each([
    '.syncthing.a.md.tmp',
    '~syncthing~a.md.tmp',
    '.~tmp12',
    '.dropbox.cache',
    '.stversions',
    '.git',
    '~$a.md',
  ])('leaves out %s', name => {
    expect(isForeignTemporary(name)).toBe(true)
  })

  it('keeps notes with a tilde', () => {
    expect(isForeignTemporary('~ approximately.md')).toBe(false)
  })
})
