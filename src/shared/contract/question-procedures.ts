import { z } from 'zod'
import { importWarningCodes } from '../domain/import/imported-question-list'
import { questionStatuses } from '../domain/study/question-status'
import { command, query } from './define'
import { studyMarks } from './study-procedures'

export const questionStatus = z.enum(questionStatuses)

export const questionItem = z.object({
  id: z.string(),
  listId: z.string(),
  /** Position within its section, from 1. */
  number: z.number(),
  sectionNumber: z.number(),
  text: z.string(),
  hint: z.string().nullable(),
  body: z.string().nullable(),
  ...studyMarks.shape,
  /** Paths of the notes that answer it. */
  notes: z.array(z.string()),
  /** Tags of those notes. */
  tags: z.array(z.string()),
})
export type QuestionItem = z.output<typeof questionItem>

export const questionSection = z.object({
  number: z.number(),
  title: z.string(),
  questions: z.array(questionItem),
})
export type QuestionSection = z.output<typeof questionSection>

export const questionListView = z.object({
  id: z.string(),
  path: z.string(),
  /** Of the list's file; an edit names it. */
  hash: z.string(),
  title: z.string(),
  language: z.string().nullable(),
  source: z.string().nullable(),
  sections: z.array(questionSection),
})
export type QuestionListView = z.output<typeof questionListView>

/** One file to import, as its bytes in base64: the backend decides what it is. */
export const importFile = z.object({ name: z.string(), base64: z.string() })

export const importWarning = z.object({
  line: z.number(),
  /** In English; a window has words of its own for the code. */
  message: z.string(),
  code: z.enum(importWarningCodes),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportWarningView = z.output<typeof importWarning>

export const importReport = z.object({
  lists: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      sections: z.array(z.object({ title: z.string(), questions: z.number() })),
      questions: z.number(),
      answers: z.number(),
      warnings: z.array(importWarning),
    }),
  ),
})
export type ImportReport = z.output<typeof importReport>

/** `questions.undoEdit` takes the import back: the lists, and their answers that have not changed since, go to the trash. */
export const importDone = z.object({ ...importReport.shape, undoId: z.string() })
export type ImportDone = z.output<typeof importDone>

export const importPreview = z.object({
  ...importReport.shape,
  /** For each list the one of the notebook that it seems to be a newer edition of. */
  editionOf: z.array(z.string().nullable()),
  /** What would be asked, for a look before importing: one array for each list. */
  outlines: z.array(
    z.array(
      z.object({
        title: z.string(),
        questions: z.array(z.object({ text: z.string(), hasAnswer: z.boolean() })),
      }),
    ),
  ),
})
export type ImportPreview = z.output<typeof importPreview>

export const questionProcedures = {
  'questions.lists': query(z.object({}), z.array(questionListView)),
  'questions.setStatus': command(z.object({ id: z.string(), status: questionStatus }), z.object({})),
  'questions.previewImport': query(
    z.object({ files: z.array(importFile).min(1), listId: z.string().optional() }),
    importPreview,
  ),
  'questions.import': command(
    z.object({ files: z.array(importFile).min(1), listId: z.string().optional() }),
    importDone,
  ),
} as const
