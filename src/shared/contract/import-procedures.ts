import { z } from 'zod'
import { command } from './define'

const moved = z.object({
  /** As it was given, or below a folder that was given; absolute. */
  from: z.string(),
  /** Relative to the notebook. */
  to: z.string(),
})

/** Why a file was left where it is. */
export const leftReason = z.enum([
  'not-linked',
  'not-text',
  'too-large',
  'symbolic-link',
  'unreadable',
  'hidden',
  'canvas',
  'program-data',
  'export-index',
])

/** What became of every file. */
export const noteImportReport = z.object({
  /** Question lists of an exported notebook: their paths. */
  lists: z.array(z.string()),
  /** How many events of an exported notebook's study log are new. */
  studyEvents: z.number(),
  notes: z.array(moved),
  attachments: z.array(moved),
  /** Notes that the notebook has already, byte for byte. */
  duplicates: z.array(moved),
  left: z.array(z.object({ path: z.string(), reason: leftReason })),
  /** Links of imported notes whose file is not among the imported ones; they stay as they are. */
  brokenLinks: z.array(z.object({ path: z.string(), target: z.string() })),
})
export type NoteImportReport = z.output<typeof noteImportReport>

const noteImportResult = z.object({
  ...noteImportReport.shape,
  /** Takes the import back, as long as the notebook is open; null where nothing was written. */
  undoId: z.string().nullable(),
})

export const importProcedures = {
  /**
   * Copies notes of Markdown files and folders into the notebook, with the files that they link to. One import at a time: it
   * sends `import.progressed` to all, and ends with `import/cancelled` when it is told to; nothing of it stays then.
   */
  'import.notes': command(
    z.object({ paths: z.array(z.string().min(1)).min(1).max(1000), dryRun: z.boolean().default(false) }),
    noteImportResult,
  ),
  'import.cancel': command(z.object({}), z.object({})),
  /**
   * Moves what an import made into the trash: notes that nobody has changed since, and files that no other note links to. What
   * it added to the study log is removed.
   * `kept` are those that stay.
   */
  'import.undoNotes': command(
    z.object({ undoId: z.string() }),
    z.object({ trashed: z.number(), kept: z.array(z.string()) }),
  ),
} as const
