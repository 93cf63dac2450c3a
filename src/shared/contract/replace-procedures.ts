import { z } from 'zod'
import { command, query } from './define'

export const replaceQuery = z.object({
  text: z.string().min(1).max(10_000),
  isRegex: z.boolean(),
  isCaseSensitive: z.boolean(),
  isWholeWord: z.boolean(),
  /** For an expression `$1` is its first group, `$&` the whole match, `$$` a dollar. */
  replacement: z.string().max(10_000),
})
export type ReplaceQuery = z.output<typeof replaceQuery>

/** One place that would change: its line before and after, and where in them. */
export const replaceChange = z.object({
  before: z.string(),
  after: z.string(),
  /** Ranges in UTF-16 units of what is replaced in `before`, and of what stands there in `after`. */
  beforeRange: z.tuple([z.number(), z.number()]),
  afterRange: z.tuple([z.number(), z.number()]),
})
export type ReplaceChange = z.output<typeof replaceChange>

export const replaceFile = z.object({
  path: z.string(),
  title: z.string(),
  /** Of the content that the preview is of. */
  hash: z.string(),
  count: z.number(),
  /** The first places of it. */
  changes: z.array(replaceChange),
})
export type ReplaceFile = z.output<typeof replaceFile>

export const replaceProcedures = {
  /** What would change in which notes; `problem` says what is wrong with the expression. Front matter is left alone. */
  'replace.preview': query(
    replaceQuery,
    z.object({ files: z.array(replaceFile), count: z.number(), problem: z.string().nullable() }),
  ),
  /**
   * Replaces in notes that are still as they were in the preview; the others are `skipped`. `undoId` takes it back, as
   * long as the notebook is open.
   */
  'replace.apply': command(
    z.object({
      query: replaceQuery,
      files: z.array(z.object({ path: z.string(), hash: z.string() })).max(100_000),
    }),
    z.object({
      changed: z.array(z.string()),
      count: z.number(),
      skipped: z.array(z.string()),
      undoId: z.string(),
    }),
  ),
  /** Gives notes their text of before, those that have not changed again since. */
  'replace.undo': command(
    z.object({ undoId: z.string() }),
    z.object({ restored: z.array(z.string()), skipped: z.array(z.string()) }),
  ),
} as const
