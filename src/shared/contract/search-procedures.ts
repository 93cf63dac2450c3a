import { z } from 'zod'
import { query } from './define'

const ranges = z.array(z.tuple([z.number(), z.number()]))

export const searchHit = z.object({
  kind: z.enum(['question', 'note']),
  /** The question's id or the note's path. */
  id: z.string(),
  path: z.string(),
  title: z.string(),
  section: z.string(),
  /** The question itself, or those that the note answers. */
  questions: z.array(z.string()),
  score: z.number(),
  snippet: z.string(),
  /** Matched ranges of the title and of the snippet: start and end in UTF-16 units. */
  titleHighlights: ranges,
  highlights: ranges,
  /** The first match of the snippet as it is spelled in the text, or empty. */
  match: z.string(),
  /** Whether it has every word of the query. */
  hasAllWords: z.boolean(),
  /** Whether the text is longer than what is indexed of one note. */
  isCut: z.boolean(),
})
export type SearchHit = z.output<typeof searchHit>

/** What of a query is not understood, and where: start and end in UTF-16 units. */
export const searchProblem = z.object({
  code: z.enum([
    'unclosed-regex',
    'bad-regex',
    'unclosed-group',
    'unopened-group',
    'empty-filter',
    'unknown-value',
    'too-much',
  ]),
  start: z.number(),
  end: z.number(),
  text: z.string(),
})

export const searchResult = z.object({
  query: z.string(),
  total: z.number(),
  tookMs: z.number(),
  hits: z.array(searchHit),
  /** How far the index is: results come from what is indexed. */
  indexed: z.number(),
  indexable: z.number(),
  /** Of so many of them it is known whether they are results; who asks the same again is told of more. */
  searched: z.number(),
  problems: z.array(searchProblem),
  /** Words that nothing has, with those that were taken instead. */
  corrections: z.array(z.object({ word: z.string(), instead: z.array(z.string()) })),
})
export type SearchResult = z.output<typeof searchResult>

export const searchSnippet = z.object({ text: z.string(), highlights: ranges, match: z.string() })
export type SearchSnippet = z.output<typeof searchSnippet>

export const relatedItem = searchHit
  .pick({ kind: true, id: true, path: true, title: true, section: true, questions: true })
  .extend({ score: z.number() })
export type RelatedItem = z.output<typeof relatedItem>

export const titleHit = searchHit
  .pick({ kind: true, id: true, path: true, title: true, section: true, questions: true })
  .extend({ highlights: ranges })
export type TitleHit = z.output<typeof titleHit>

const queryText = z.string().max(10_000)
const limit = z.number().min(1).max(1000)

export const searchProcedures = {
  /** `matchAll`: only what has every word; `waitsForIndex`: from all documents, not from what is indexed by now. */
  'search.query': query(
    z.object({
      text: queryText,
      limit,
      matchAll: z.boolean().default(false),
      waitsForIndex: z.boolean().default(false),
    }),
    searchResult,
  ),
  /** More places of one hit, in the order of its text. */
  'search.snippets': query(z.object({ text: queryText, id: z.string(), limit }), z.array(searchSnippet)),
  /** By title: a word for each of those that are typed, all of which may be unfinished. */
  'search.titles': query(z.object({ text: queryText, limit }), z.array(titleHit)),
  /** Questions and notes that are near a question or note by the words that they share, nearest first. */
  'search.related': query(z.object({ id: z.string(), limit }), z.array(relatedItem)),
} as const
