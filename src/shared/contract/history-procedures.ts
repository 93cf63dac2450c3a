import { z } from 'zod'
import { appErrorCodes } from './app-error'
import { command, query } from './define'
import { noteContent } from './note-procedures'

/** Why a version was kept. */
export const historyReason = z.enum([
  /** Before the first change since the notebook was opened. */
  'session',
  /** Some minutes after the version before, while the note was being written. */
  'editing',
  /** Before a change by another program was taken over. */
  'external',
  /** Before text was replaced in all notes. */
  'replace',
  /** Before links in it were rewritten. */
  'rename',
  /** Before another version was restored. */
  'restore',
  /** Before two versions were merged. */
  'merge',
  /** Written by another program into a file that had been replaced meanwhile, and not to be merged. */
  'late',
])
export type HistoryReason = z.output<typeof historyReason>

export const noteVersion = z.object({
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  reason: historyReason,
  /** Size of the file. */
  bytes: z.number(),
  /** Null for a text that is too long to be counted in passing. */
  words: z.number().nullable(),
})
export type NoteVersion = z.output<typeof noteVersion>

export const historyProcedures = {
  /** The kept versions of a note, the newest first. */
  'history.list': query(z.object({ path: z.string() }), z.array(noteVersion)),
  /** What a version held, front matter included. It is an error when it isn't what was once kept. */
  'history.read': query(z.object({ path: z.string(), id: z.string() }), z.object({ text: z.string() })),
  /** Makes the note hold what a version did. What it holds now, which has to have the hash `baseHash`, is kept first. */
  'history.restore': command(
    z.object({ path: z.string(), id: z.string(), baseHash: z.string() }),
    noteContent,
  ),
  /** Whether the last version could be kept: if not, why, and since when. */
  'history.status': query(
    z.object({}),
    z.object({ failure: z.object({ code: z.enum(appErrorCodes), since: z.number() }).nullable() }),
  ),
} as const
