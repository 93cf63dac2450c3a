import { z } from 'zod'
import { appErrorCodes } from './app-error'
import { command, query } from './define'

/** A note in the trash, or a question list. */
export const trashedNote = z.object({
  /** Relative to the notebook, with forward slashes: `.answerbook/trash/…`. */
  trashPath: z.string(),
  title: z.string(),
  /** Where it was: `notes/….md`, or `questions/….md` for a question list. */
  from: z.string(),
  /** Epoch milliseconds; null for a file that something else put there. */
  trashedAt: z.number().nullable(),
})
export type TrashedNote = z.output<typeof trashedNote>

export const trashProcedures = {
  /** What is in the trash, what was moved there last first. */
  'trash.list': query(z.object({}), z.array(trashedNote)),
  /** What a note in the trash holds. */
  'trash.read': query(z.object({ trashPath: z.string() }), z.object({ text: z.string() })),
  /** Puts a note or a list back where it was, and says where; when there is another one of its name by now, under a free name beside it. */
  'trash.restore': command(z.object({ trashPath: z.string() }), z.object({ path: z.string() })),
  /** Deletes notes of the trash for good, with what the history has of them. */
  'trash.delete': command(
    z.object({ trashPaths: z.array(z.string()).max(100_000) }),
    z.object({
      deleted: z.number(),
      /** Those that are still there, and why. */
      failed: z.array(z.object({ trashPath: z.string(), code: z.enum(appErrorCodes) })),
    }),
  ),
} as const
