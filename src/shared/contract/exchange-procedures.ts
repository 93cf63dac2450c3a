import { z } from 'zod'
import { command, query } from './define'

export const exportReport = z.object({
  /** Absolute paths. */
  written: z.array(z.string()),
  questions: z.number(),
  answered: z.number(),
  brokenLinks: z.array(z.object({ path: z.string(), target: z.string() })),
  missingImages: z.array(z.object({ path: z.string(), target: z.string() })),
})
export type ExportReport = z.output<typeof exportReport>

export const exchangeProcedures = {
  'export.defaultPath': query(z.object({}), z.object({ path: z.string() })),
  'export.markdown': command(
    z.object({
      /** Absolute path of the Markdown file to write. */
      path: z.string().min(1),
      include: z.enum(['all', 'answered']),
      listId: z.string().optional(),
      overwrite: z.boolean(),
    }),
    exportReport,
  ),
} as const
