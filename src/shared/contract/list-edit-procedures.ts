import { z } from 'zod'
import { command } from './define'

const questionId = z.string().min(1).max(80)
const sectionNumber = z.number().int().min(1)
const title = z
  .string()
  .max(1000)
  .refine(text => text.trim() !== '')

const wording = z.object({
  /** Inline Markdown. */
  text: z
    .string()
    .max(10_000)
    .refine(text => text.trim() !== ''),
  /** Markdown; null for none. */
  hint: z.string().max(100_000).nullable(),
  body: z.string().max(100_000).nullable(),
})

/** `after` is the question before it; null for the first place of the section. */
const place = z.object({ section: sectionNumber, after: questionId.nullable() })

/** One change of a question list; sections are named by their position, from 1. */
export const listEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-question'), place, wording }),
  z.object({ kind: z.literal('change-question'), id: questionId, wording }),
  z.object({ kind: z.literal('move-question'), id: questionId, place }),
  /** `into` gets the wording, and the answers and links of `id`. */
  z.object({ kind: z.literal('merge-questions'), id: questionId, into: questionId, wording }),
  /** Its answers stay, as notes that keep its id. */
  z.object({ kind: z.literal('remove-question'), id: questionId }),
  /** `after` is 0 for the first place. */
  z.object({ kind: z.literal('add-section'), after: z.number().int().min(0), title }),
  z.object({ kind: z.literal('change-section'), section: sectionNumber, title }),
  z.object({ kind: z.literal('move-section'), section: sectionNumber, after: z.number().int().min(0) }),
  z.object({ kind: z.literal('merge-sections'), section: sectionNumber, into: sectionNumber }),
  z.object({ kind: z.literal('remove-section'), section: sectionNumber }),
])
export type ListEditInput = z.output<typeof listEdit>

export const listEditReport = z.object({
  undoId: z.string(),
  /** The question that was added. */
  questionId: z.string().nullable(),
  /** Notes that answer a question that is gone; they stay as they are. */
  keptNotes: z.array(z.string()),
  /** Notes that got another id in their answers or links. */
  changedNotes: z.array(z.string()),
  /** Notes with links to a question that is gone; they lead nowhere now. */
  brokenLinks: z.array(z.string()),
})
export type ListEditReport = z.output<typeof listEditReport>

export const listEditProcedures = {
  /**
   * Changes a list's file, whose hash the caller has seen: where it is another one now the list is read anew and the edit
   * refused with `questions/list-changed`. What the file can't be changed in safely is `questions/not-editable`.
   */
  'questions.edit': command(
    z.object({ listId: z.string(), hash: z.string(), edit: listEdit }),
    listEditReport,
  ),
  /**
   * Gives the list its text of before, if nobody has changed it since (else `questions/list-changed`), and so for each note
   * that was changed with it; `skipped` are those that have changed again.
   */
  'questions.undoEdit': command(z.object({ undoId: z.string() }), z.object({ skipped: z.array(z.string()) })),
} as const
