import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NoteAnalyzer } from '../../../../../src/backend/search/analysis/note-analyzer'
import { termsOf } from '../../../../../src/backend/search/segments/analyzer'
import { gapBefore, gapBits } from '../../../../../src/backend/search/segments/gap-code'
import { mergeSegments } from '../../../../../src/backend/search/segments/merge-segments'
import { PostingCursor, VarintReader } from '../../../../../src/backend/search/segments/read-postings'
import { readText, type Segment } from '../../../../../src/backend/search/segments/segment'
import { SegmentBuilder } from '../../../../../src/backend/search/segments/segment-builder'

const fieldCount = 2
const lead = 12

interface Item {
  readonly id: string
  readonly fields: readonly string[]
}

/** Words with parts, case, marks and pairs, and what stands between them. */
const text = fc
  .array(
    fc
      .constantFrom(
        'gate',
        'Gate',
        'gates',
        'the',
        'push_to_hub',
        'hub__Hub',
        'fooBar',
        'e\u0301_a',
        '\u0301_b',
      ) //
      .chain(word => fc.constantFrom(' ', ', ', ' — ', '').map(gap => word + gap)),
    { maxLength: 14 },
  )
  .chain(words => fc.constantFrom('', '模型训练', '𝒜_b', '\ud83d').map(more => words.join('') + more))
const items = fc
  .array(fc.tuple(text, text), { minLength: 1, maxLength: 8 })
  .map(all => all.map((fields, at): Item => ({ id: `d${at}`, fields })))

const asidesOf = (body: string): [number, number][] => (body.length > 30 ? [[20, 28]] : [])

function segmentOf(all: readonly Item[], builder = new SegmentBuilder<Item>(new NoteAnalyzer(), fieldCount)) {
  for (const item of all) {
    const [, body = ''] = item.fields
    builder.add({
      document: item,
      fields: item.fields,
      leads: [0, lead],
      asides: [[], asidesOf(body)],
      text: body,
    })
  }
  return builder.build()
}

/** By term, document and field: how often, how often in asides, and the offsets with the gaps before them. */
type Occurrences = Map<string, { count: number; asides: number; positions: [offset: number, gap: number][] }>

/** What a segment should have, found one by one. */
function expectedOf(all: readonly Item[]): Occurrences {
  const found: Occurrences = new Map()
  const analyzer = new NoteAnalyzer()
  for (const [document, { fields }] of all.entries()) {
    for (const [field, content] of fields.entries()) {
      const asides = field === 1 ? asidesOf(content) : []
      analyzer.analyze(content, (_, start) => {
        const isAside = asides.some(([from, to]) => from <= start && start < to)
        const times = field === 1 && start < lead && !isAside ? 2 : 1
        for (const { term, offset } of termsOf(analyzer)) {
          const key = `${term} ${document} ${field}`
          const known = found.get(key) ?? { count: 0, asides: 0, positions: [] }
          found.set(key, known)
          known.count += times
          known.asides += isAside ? 1 : 0
          if (offset === undefined) continue
          const at = start + offset
          for (let time = 0; time < times; time += 1) known.positions.push([at, gapBefore(content, at)])
        }
      })
    }
  }
  return found
}

function occurrencesOf(segment: Segment): Occurrences {
  const found: Occurrences = new Map()
  for (let term = 0; term < segment.terms.length; term += 1) {
    const cursor = new PostingCursor(segment, fieldCount, term)
    const [from, to] = [segment.positionStarts[term]!, segment.positionStarts[term + 1]!]
    const reader = new VarintReader(segment.positions.read(from, to))
    while (cursor.next()) {
      const { key, occurrences: count, asides } = cursor
      const positions: [number, number][] = []
      let offset = 0
      for (let left = to > from ? count : 0; left > 0; left -= 1) {
        const value = reader.next()
        offset += value >>> gapBits
        positions.push([offset, value & ((1 << gapBits) - 1)])
      }
      found.set(`${segment.terms.at(term)} ${key >>> 1} ${key & 1}`, { count, asides, positions })
    }
  }
  return found
}

const contentOf = (segment: Segment<Item>) => ({
  occurrences: occurrencesOf(segment),
  documents: segment.documents,
  lengths: Array.from(segment.lengths),
  texts: segment.documents.map((_, number) => readText(segment, number)),
})

it('has every occurrence of every term where it is, whatever it was used for before', () => {
  const builder = new SegmentBuilder<Item>(new NoteAnalyzer(), fieldCount)
  fc.assert(
    fc.property(items, all => {
      const segment = segmentOf(all, builder)
      const terms = Array.from({ length: segment.terms.length }, (_, at) => segment.terms.at(at))
      expect(terms).toEqual([...terms].sort())
      expect(occurrencesOf(segment)).toEqual(expectedOf(all))
    }),
  )
})

it('takes more words than a chunk of its log has', () => {
  const words = (count: number): string => Array.from({ length: count }, (_, at) => `w${at % 500}`).join(' ')
  const all = [30_000, 0, 10_000, 32_768, 1].map((count, at) => ({
    id: `d${at}`,
    fields: ['', words(count)],
  }))
  expect(occurrencesOf(segmentOf(all))).toEqual(expectedOf(all))
})

it('merges segments into what one of the documents that are left would be', () => {
  fc.assert(
    fc.property(fc.array(items, { minLength: 1, maxLength: 4 }), fc.nat(3), (parts, gone) => {
      const named = parts.map((part, at) => part.map(item => ({ ...item, id: `${at}${item.id}` })))
      const isGone = (at: number, part: number): boolean => part % 2 === 0 && at % 4 < gone
      const live = named.map((part, at) => ({
        segment: segmentOf(part),
        dead: at % 2 === 0 ? Uint8Array.from(part, (_, number) => (isGone(number, at) ? 1 : 0)) : undefined,
      }))
      const left = named.flatMap((part, at) => part.filter((_, number) => !isGone(number, at)))
      expect(contentOf(mergeSegments(live, fieldCount))).toEqual(contentOf(segmentOf(left)))
    }),
  )
})
