import { z } from 'zod'
import { exportFormats, linkStyles } from '../domain/export/export-formats'
import { exportLanguages } from '../domain/export/export-words'
import { command, query } from './define'

export const exportReport = z.object({
  /** Absolute paths. */
  written: z.array(z.string()),
  questions: z.number(),
  answered: z.number(),
  /** Notes that answer none of the notebook's questions, or the one note that was asked for. */
  notes: z.number(),
  brokenLinks: z.array(z.object({ path: z.string(), target: z.string() })),
  missingImages: z.array(z.object({ path: z.string(), target: z.string() })),
})
export type ExportReport = z.output<typeof exportReport>

export const exportScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('notebook') }),
  z.object({ kind: z.literal('list'), listId: z.string() }),
  /** `number` is the section's position in the list, from 1. */
  z.object({ kind: z.literal('section'), listId: z.string(), number: z.number() }),
  z.object({ kind: z.literal('questions'), ids: z.array(z.string()) }),
  z.object({ kind: z.literal('note'), path: z.string() }),
])
export type ExportScope = z.output<typeof exportScope>

export const exchangeProcedures = {
  /** Where an export goes unless the user says otherwise: beside the notebook. */
  'export.defaultPath': query(
    z.object({ format: z.enum(exportFormats), scope: exportScope }),
    z.object({ path: z.string() }),
  ),
  /** One export at a time: it sends `export.progressed` to all, and ends with `export/cancelled` when it is told to. */
  'export.run': command(
    z.object({
      format: z.enum(exportFormats),
      /** Absolute path of the file, or of the folder that is new or empty. */
      path: z.string().min(1),
      scope: exportScope,
      include: z.enum(['all', 'answered']),
      /** Of the format `markdown` only. */
      markdown: z
        .object({
          /** Whether what is known of the notebook and of each question is written as YAML. */
          hasMetadata: z.boolean(),
          /** Whether hints and texts below questions are left out. */
          isAnswersOnly: z.boolean(),
        })
        .optional(),
      /** Of the format `folder` only: how its files link to each other. */
      links: z.enum(linkStyles).optional(),
      /** Of the words that the export adds, such as "Contents"; English without it. */
      language: z.enum(exportLanguages).optional(),
      /** Whether a file that is there may be replaced. */
      overwrite: z.boolean(),
    }),
    exportReport,
  ),
  'export.cancel': command(z.object({}), z.object({})),
} as const
