import { z } from 'zod'
import { command, query } from './define'

/** What unsaved text belongs to: a note as it was read, or the answer that a question hasn't got yet. */
export const draftTarget = z.union([
  z.object({
    path: z.string(),
    /** Hash of the file that the text is based on. */
    baseHash: z.string(),
  }),
  z.object({ questionId: z.string() }),
])
export type DraftTarget = z.output<typeof draftTarget>

/** A note's text without its front matter, as it was when it wasn't saved yet. */
export const draft = z.object({
  id: z.uuid(),
  /** The page that wrote it; while that page lives, its text is its own affair. */
  pageId: z.uuid(),
  target: draftTarget,
  body: z.string(),
})
export type Draft = z.output<typeof draft>

export const journalProcedures = {
  /** Takes unsaved text into the journal, in the place of what it had of the same id. */
  'journal.keep': command(draft, z.object({})),
  'journal.drop': command(z.object({ id: z.uuid() }), z.object({})),
  /** All that is in the journal of the open notebook. */
  'journal.list': query(z.object({}), z.array(draft)),
} as const
