import { describe, expect, it } from 'vitest'
import { filterChips, suggestValues } from '../../../../src/renderer/features/search/edit-query'

const known = { tag: ['nlp/kernels', 'old news'], section: ['Long context', 'Inside the Transformer'] }

describe('filterChips', () => {
  it.each([
    ['tag:nlp flash ', [['tag: nlp', 'flash ']]],
    ['a -tag:old b ', [['−tag: old', 'a b ']]],
    [
      'section:"Long context" in:notes x',
      [
        ['section: Long context', 'in:notes x'],
        ['in: notes', 'section:"Long context" x'],
      ],
    ],
    ['tag:nl', []],
    ['title:a b', []],
  ])('of %j', (text, expected) => {
    expect(filterChips(text).map(({ label, rest }) => [label, rest])).toEqual(expected)
  })
})

describe('suggestValues', () => {
  it.each([
    ['x tag:', ['x tag:nlp/kernels ', 'x tag:"old news" ']],
    ['tag:ol', ['tag:"old news" ']],
    ['-section:"long', ['-section:"Long context" ']],
    ['is:d', ['is:draft ', 'is:due ', 'is:answered ', 'is:not-started ', 'is:starred ']],
    ['tag:nlp (x -section:ins', ['tag:nlp (x -section:"Inside the Transformer" ']],
    ['in:notes', []],
    ['tag:nlp ', []],
    ['word', []],
  ])('for %j', (text, expected) => {
    const queries = suggestValues(text, known).map(({ query }) => query)
    expect(queries).toEqual(expected)
  })
})
