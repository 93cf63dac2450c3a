import { z } from 'zod'
import { query } from './define'

export const searchHit = z.object({
  kind: z.enum(['question', 'note']),
  /** The question's id or the note's path. */
  id: z.string(),
  path: z.string(),
  title: z.string(),
  section: z.string(),
  score: z.number(),
  snippet: z.string(),
  /** Matched ranges of the title and of the snippet: start and end in UTF-16 units. */
  titleHighlights: z.array(z.tuple([z.number(), z.number()])),
  highlights: z.array(z.tuple([z.number(), z.number()])),
})
export type SearchHit = z.output<typeof searchHit>

export const searchResult = z.object({
  query: z.string(),
  total: z.number(),
  tookMs: z.number(),
  hits: z.array(searchHit),
  /** How far the index is: results come from what is indexed. */
  indexed: z.number(),
  indexable: z.number(),
})
export type SearchResult = z.output<typeof searchResult>

export const searchProcedures = {
  'search.query': query(
    z.object({ text: z.string().max(10_000), limit: z.number().min(1).max(1000) }),
    searchResult,
  ),
} as const
