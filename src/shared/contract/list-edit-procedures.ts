import { z } from 'zod'
import { command, query } from './define'
import { importFile, importWarning } from './question-procedures'

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
  /** To another list, whose hash the caller has seen as well; the question keeps its id. */
  z.object({
    kind: z.literal('move-to-list'),
    id: questionId,
    list: z.object({ id: z.string(), hash: z.string() }),
    place,
  }),
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
  z.object({ kind: z.literal('change-list'), title }),
  /** Its file goes to the trash; answers stay, as notes that keep their ids. */
  z.object({ kind: z.literal('remove-list') }),
])
export type ListEditInput = z.output<typeof listEdit>

export const listEditReport = z.object({
  undoId: z.string(),
  /** The question that was added. */
  questionId: z.string().nullable(),
  /** Notes that answer a question that is gone; they stay as they are. */
  keptNotes: z.array(z.string()),
  /** Notes that got another id in their answers or links, or another list in links. */
  changedNotes: z.array(z.string()),
  /** Notes with links to a question that is gone; they lead nowhere now. */
  brokenLinks: z.array(z.string()),
})
export type ListEditReport = z.output<typeof listEditReport>

const editionPair = z.object({
  /** The place of the question among all of the newer edition, from 0. */
  index: z.number().int().min(0),
  id: z.string(),
  before: z.string(),
  after: z.string(),
  /** 0 to 1; docs/decisions/018 has the measure. */
  likeness: z.number(),
})
export type EditionPair = z.output<typeof editionPair>

const editionReport = z.object({
  listId: z.string(),
  title: z.string(),
  /** Questions that are the same, word for word. */
  same: z.number(),
  /** Questions that are surely the same, in other words. */
  changed: z.array(editionPair),
  /** Questions that may be the same: without a choice each is a new one. */
  unsure: z.array(editionPair),
  /** Texts of the questions that are new. */
  added: z.array(z.string()),
  /** Questions that the newer edition lacks. */
  gone: z.array(
    z.object({ id: z.string(), text: z.string(), answers: z.array(z.string()), isKept: z.boolean() }),
  ),
  /** Answers that the newer edition has, for questions without one. */
  answers: z.number(),
  warnings: z.array(importWarning),
})
export type EditionReport = z.output<typeof editionReport>

const editionInput = {
  file: importFile,
  listId: z.string(),
  /** Which of the questions that the newer edition lacks stay in the list; answers stay as notes anyway. */
  keep: z.enum(['answered', 'all', 'none']).default('answered'),
}

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
   * Gives the list its text of before, or its file, if nobody has changed it since (else `questions/list-changed`), and so for each note
   * that was changed with it; `skipped` are those that have changed again.
   */
  'questions.undoEdit': command(z.object({ undoId: z.string() }), z.object({ skipped: z.array(z.string()) })),
  /** What a newer edition would do to a list; nothing is written. */
  'questions.previewEdition': query(
    z.object(editionInput),
    z.object({ ...editionReport.shape, hash: z.string() }),
  ),
  /**
   * Gives a list its newer edition. `choices` are the unsure pairs that are one question. `questions.undoEdit` takes it
   * back. Refused with `questions/list-changed` as an edit is.
   */
  'questions.importEdition': command(
    z.object({
      ...editionInput,
      hash: z.string(),
      choices: z.array(z.object({ index: z.number().int().min(0), id: z.string() })).max(100_000),
    }),
    z.object({ ...editionReport.shape, undoId: z.string() }),
  ),
} as const
