import { z } from 'zod'
import { query } from './define'

export const findingKinds = [
  'read-only',
  'unreadable-note',
  'unreadable-list',
  'bad-front-matter',
  'duplicate-id',
  'unknown-question',
  'broken-link',
  'missing-image',
  'conflict-copy',
  'conflict-markers',
  'unsaved-text',
  'damaged-draft',
  'unfinished-rename',
  'temporary-file',
  'unreadable-trash',
  'damaged-history',
  'unreadable-study-line',
  'damaged-cache',
  'damaged-backup',
] as const

/** Something in a notebook's folder that is not as it should be. */
export const finding = z.object({
  kind: z.enum(findingKinds),
  /** Relative to the notebook; absolute for what is outside of it. */
  path: z.string(),
  /** Counted from 1. */
  line: z.number().nullable(),
  /** What it is about, such as the target of a link. */
  detail: z.string(),
})
export type Finding = z.output<typeof finding>

export const checkProcedures = {
  /** Looks through the notebook in a folder, open or not, and changes nothing in it. */
  'check.run': query(z.object({ path: z.string().min(1) }), z.array(finding)),
} as const
