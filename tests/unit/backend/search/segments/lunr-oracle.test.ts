import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import { visitString, type Analyzer } from '../../../../../src/backend/search/segments/analyzer'
import { bytesInMemory } from '../../../../../src/backend/search/segments/byte-source'
import { clausesOf } from '../../../../../src/backend/search/segments/clause'
import { queryIndex } from '../../../../../src/backend/search/segments/query-index'
import {
  decodeSegment,
  encodeSegment,
  type DocumentCodec,
} from '../../../../../src/backend/search/segments/segment-file'
import { SegmentBuilder } from '../../../../../src/backend/search/segments/segment-builder'
import { SegmentIndex } from '../../../../../src/backend/search/segments/segment-index'

/** The index against lunr itself, with one and the same analysis: same documents, same scores, same order. */

const fields = ['title', 'body']
const boosts = [3, 1]
const words = [
  'gate',
  'gates',
  'attention',
  'attends',
  'token',
  'tokens',
  'tokenize',
  'a',
  'b',
  'ab',
  'abc',
  'ba',
]

interface Item {
  readonly id: string
  readonly title: string
  readonly body: string
}

const pieces: string[] = []
let visited = ''
const byWords: Analyzer = {
  analyze(text, visit) {
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      if (!pieces.includes(word)) pieces.push(word)
      visited = word
      visit(pieces.indexOf(word), index)
    }
  },
  visitTerms: visit => visitString({ term: visited, offset: 0, isScored: true }, visit),
}

function lunrOf(items: Iterable<Item>): lunr.Index {
  const builder = new lunr.Builder()
  builder.ref('id')
  for (const [at, name] of fields.entries()) builder.field(name, { boost: boosts[at]! })
  ;(builder as unknown as { tokenizer: unknown }).tokenizer = (text: string) =>
    [...text.matchAll(/\S+/g)].map(({ 0: word }) => new lunr.Token(word, {}))
  builder.k1(2)
  builder.b(0.75)
  for (const item of items) builder.add(item)
  return builder.build()
}

const asTheyAre: DocumentCodec<Item> = { encode: items => items, decode: stored => stored as Item[] }

function segmentOf(items: readonly Item[]) {
  const builder = new SegmentBuilder<Item>(byWords, fields.length)
  for (const item of items) builder.add({ document: item, fields: [item.title, item.body], text: item.body })
  const bytes = Buffer.concat(encodeSegment(builder.build(), asTheyAre))
  return decodeSegment(bytesInMemory(bytes), asTheyAre)!
}

const text = (most: number) =>
  fc.array(fc.constantFrom(...words), { maxLength: most }).map(each => each.join(' '))
const item = fc.record({ id: fc.integer({ min: 0, max: 14 }).map(String), title: text(3), body: text(12) })
const step = fc.oneof(
  { weight: 4, arbitrary: fc.array(item, { minLength: 1, maxLength: 5 }).map(items => ({ add: items })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 14 }).map(id => ({ remove: String(id) })) },
  { weight: 1, arbitrary: fc.constant({ compact: true }) },
)
const clause = fc.record({
  term: fc.constantFrom(...words, 'none'),
  boost: fc.constantFrom(1, 2, 0.4),
  presence: fc.constantFrom(
    lunr.Query.presence.OPTIONAL,
    lunr.Query.presence.OPTIONAL,
    lunr.Query.presence.REQUIRED,
    lunr.Query.presence.PROHIBITED,
  ),
  fields: fc.constantFrom(fields, ['title'], ['body']),
  kind: fc.constantFrom('exact', 'exact', 'prefix', 'fuzzy'),
})

type TestClause = typeof clause extends fc.Arbitrary<infer Value> ? Value : never

function lunrQuery(clauses: readonly TestClause[]): lunr.Query {
  const query = new lunr.Query(fields)
  for (const { term, boost, presence, fields: names, kind } of clauses) {
    query.clause({
      term: kind === 'prefix' ? `${term}*` : term,
      boost,
      presence,
      fields: names,
      usePipeline: false,
      ...(kind === 'fuzzy' ? { editDistance: 1 } : {}),
    } as never)
  }
  return query
}

describe('an index of segments', () => {
  it('answers as one lunr index over the same documents, whatever was added, changed and removed', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.array(clause, { minLength: 1, maxLength: 4 }),
        (steps, clauses) => {
          const index = new SegmentIndex<Item>(fields.length)
          const items = new Map<string, Item>()
          for (const each of steps) {
            if ('add' in each) {
              const batch = new Map(each.add.map(added => [added.id, added]))
              for (const added of batch.values()) items.set(added.id, added)
              index.add(segmentOf([...batch.values()]))
            } else if ('remove' in each) {
              items.delete(each.remove)
              index.remove([each.remove])
            } else index.compact()
          }
          const query = lunrQuery(clauses)
          const expected = lunrOf(items.values()).query(to => void to.clauses.push(...query.clauses))
          const actual = queryIndex(index, clausesOf(query, fields), {
            k1: 2,
            b: 0.75,
            fieldWeights: boosts,
            limit: 100,
          })
          expect(actual.total).toBe(expected.length)
          const scores = new Map(actual.best.map(({ document, score }) => [document.id, score]))
          for (const { ref, score } of expected) expect(scores.get(ref)).toBeCloseTo(score, 1)
          // lunr rounds the weights in its vectors, so that near scores may change places, and no others.
          const places = actual.best.map(({ document }) => document.id)
          const lunrScore = new Map(expected.map(({ ref, score }) => [ref, score]))
          for (const [at, id] of places.slice(1).entries()) {
            expect(lunrScore.get(id)! - lunrScore.get(places[at]!)!).toBeLessThan(0.02)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is the same after each change as one that is made anew', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), steps => {
        const index = new SegmentIndex<Item>(fields.length)
        const items = new Map<string, Item>()
        const query = clausesOf(
          lunrQuery([
            { ...gate, kind: 'prefix' },
            { ...gate, term: 'a' },
          ]),
          fields,
        )
        const ask = (of: SegmentIndex<Item>) => {
          const { total, best } = queryIndex(of, query, { k1: 2, b: 0.75, fieldWeights: boosts, limit: 5 })
          return { total, best: best.map(({ document, score }) => [document.id, score]) }
        }
        for (const each of steps) {
          if ('add' in each) {
            const batch = new Map(each.add.map(added => [added.id, added]))
            for (const added of batch.values()) items.set(added.id, added)
            index.add(segmentOf([...batch.values()]))
          } else if ('remove' in each) {
            items.delete(each.remove)
            index.remove([each.remove])
          } else index.compact()
          const anew = new SegmentIndex<Item>(fields.length)
          anew.add(segmentOf([...items.values()]))
          expect(ask(index)).toEqual(ask(anew))
          expect(index.size).toBe(items.size)
        }
      }),
      { numRuns: 100 },
    )
  })
})

const gate = {
  term: 'gat',
  boost: 1,
  presence: lunr.Query.presence.OPTIONAL,
  fields,
  kind: 'exact',
} as const

describe('an aside', () => {
  const indexOf = (items: readonly Item[], isAside: boolean, cuts: number) => {
    const builder = new SegmentBuilder<Item>(byWords, fields.length)
    const index = new SegmentIndex<Item>(fields.length)
    for (const [at, document] of items.entries()) {
      const { title, body } = document
      const asides = isAside ? [[], [[0, body.length] as const]] : undefined
      builder.add({ document, fields: [title, body], text: body, ...(asides && { asides }) })
      if (at % cuts === 0) index.add(builder.build())
    }
    if (builder.size > 0) index.add(builder.build())
    return index
  }
  const found = (index: SegmentIndex<Item>) => {
    const prefix = clausesOf(lunrQuery([{ ...gate, kind: 'prefix' }]), fields)
    const two = clausesOf(lunrQuery([gate, { ...gate, term: 'a' }]), fields)
    return [prefix, two].map(clauses =>
      queryIndex(index, clauses, { k1: 2, b: 0.75, fieldWeights: boosts, limit: 50 }).best.map(
        ({ document, score }) => [document.id, score],
      ),
    )
  }

  it('counts half: what stands there twice is as what stands elsewhere once, also when it is merged', () => {
    const times = fc.constantFrom(1, 1, 2, 40, 150)
    fc.assert(
      fc.property(fc.array(fc.tuple(text(6), times), { maxLength: 30 }), fc.nat(9), (bodies, cuts) => {
        const itemsOf = (factor: number): Item[] =>
          bodies.map(([body, count], at) => {
            const repeated = Array.from({ length: factor * count }, () => body)
            return { id: String(at), title: 'gate', body: repeated.join(' ') }
          })
        const [once, twice] = [indexOf(itemsOf(1), false, 30), indexOf(itemsOf(2), true, cuts + 1)]
        expect(found(twice)).toEqual(found(once))
        twice.compact()
        expect(found(twice)).toEqual(found(once))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a segment in a file', () => {
  const bytes = () =>
    Buffer.concat(
      encodeSegment(
        segmentOf([{ id: 'x', title: 'gate', body: 'a gate of tokens, 大模型 and 😀' }]),
        asTheyAre,
      ),
    )

  it('is read back as it was', () => {
    const read = decodeSegment(bytesInMemory(bytes()), asTheyAre)!
    expect(Buffer.concat(encodeSegment(read, asTheyAre)).equals(bytes())).toBe(true)
  })

  it('is refused when a byte of its head is another, or the file is cut', () => {
    for (let length = 0; length < bytes().length; length += 1) {
      expect(decodeSegment(bytesInMemory(bytes().subarray(0, length)), asTheyAre)).toBeUndefined()
    }
    const headEnd = bytes().readUInt32LE(8) + 40
    for (let at = 0; at < headEnd; at += 1) {
      if (at >= 16 && at < 24) continue
      const damaged = bytes()
      damaged[at]! ^= 1
      expect(decodeSegment(bytesInMemory(damaged), asTheyAre), `byte ${at}`).toBeUndefined()
    }
  })
})
