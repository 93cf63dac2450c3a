import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearchQuery } from '../../../../../src/shared/domain/search-query/parse-search-query'
import type { QueryClause, QueryNode } from '../../../../../src/shared/domain/search-query/search-query'

/** A query as a line: `+` required, `-` prohibited, `…` unfinished. */
function lineOf(clauses: readonly QueryClause[]): string {
  const signs = { optional: '', required: '+', prohibited: '-' }
  return clauses.map(({ presence, node }) => signs[presence] + nodeLine(node)).join(' ')
}

function nodeLine(node: QueryNode): string {
  switch (node.kind) {
    case 'word':
      return `${node.field === 'title' ? 'title:' : ''}${node.text}${node.isUnfinished ? '…' : ''}`
    case 'phrase':
      return `${node.field === 'title' ? 'title:' : ''}"${node.text}"${node.isUnfinished ? '…' : ''}`
    case 'filter':
      return `${node.name}=${node.value}${node.isUnfinished ? '…' : ''}`
    case 'regex':
      return `/${node.source}/`
    case 'any':
      return `any(${node.options.map(nodeLine).join(' ')})`
    case 'group':
      return `(${lineOf(node.clauses)})`
  }
}

const read = (text: string) => lineOf(parseSearchQuery(text).clauses)
const problems = (text: string) =>
  parseSearchQuery(text).problems.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`)

describe('parseSearchQuery', () => {
  it.each([
    ['gradient desc', 'gradient desc…'],
    ['gradient ', 'gradient'],
    ['"flash attention" kv', '+"flash attention" kv…'],
    ['"flash att', '+"flash att"…'],
    ['“闪光注意力” 显存 ', '+"闪光注意力" 显存'],
    ['+must -not may ', '+must -not may'],
    ['-"no such" x ', '-"no such" x'],
    ['k-NN C++ a+b ', 'k-NN C++ a+b'],
    ['cat OR dog ', '+any(cat dog)'],
    ['a (b OR c) ', 'a +(+any(b c))'],
    ['what is it (in short) ', 'what is it (in short)'],
    ['what does "transfer learning" mean? ', 'what does "transfer learning" mean?'],
    ['什么是“幻觉”？', '什么是 "幻觉" ？…'],
    ['"transfer learning"?', '+"transfer learning" ?…'],
    ['tag:nlp "transfer learning" ?', '+tag=nlp +"transfer learning" ?…'],
    [
      'what is +"transfer learning" (or "fine tuning")?',
      'what is +"transfer learning" (or "fine tuning") ?…',
    ],
    ['-(a b) c ', '-(a b) c'],
    ['a OR ', 'a'],
    ['OR a', 'a…'],
    ['title:attention tag:nlp ', '+title:attention +tag=nlp'],
    ['title:"flash attention"', '+title:"flash attention"'],
    ['section:"Long context" status:draft', '+section=Long context +status=draft…'],
    ['is:answered in:notes -tag:old ', '+is=answered +in=notes -tag=old'],
    ['https://example.com note:x 12:30 ', 'https://example.com note:x 12:30'],
    [String.raw`/flash\s+att/ x `, String.raw`+/flash\s+att/ x`],
    ['/usr/bin and/or ', '/usr/bin and/or'],
    ['TITLE:x ', '+title:x'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['(a b', ['unclosed-group (']],
    ['a) b', ['unopened-group )']],
    ['tag: x', ['empty-filter tag:']],
    ['status:finished ', ['unknown-value finished']],
    ['status:ans', []],
    ['in:', ['empty-filter in:']],
    ['/[a-z', ['unclosed-regex /[a-z']],
  ])('says what of %j it does not understand, and where', (text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it('reads anything, in time, and places every part within the text', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '"',
      '-',
      '+',
      '/',
      'OR',
      ' ',
      'a',
      'tag:',
      'title:',
      '中',
      '“',
      '\\',
      ':',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = pieces.join('')
        const { clauses, problems: found } = parseSearchQuery(text)
        for (const { start, end } of [...clauses.map(({ node }) => node), ...found]) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 2000 },
    )
    expect(parseSearchQuery('('.repeat(10_000)).problems.length).toBeGreaterThan(0)
  })
})
