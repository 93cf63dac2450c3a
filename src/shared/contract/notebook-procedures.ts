import { z } from 'zod'
import { command, query } from './define'

export const notebookInfo = z.object({
  /** Absolute path of the folder. */
  path: z.string(),
  id: z.string(),
  title: z.string(),
  /** Why nothing can be written, if so. */
  readOnly: z.enum(['newer-format', 'no-permission', 'notes-vanished']).nullable(),
})
export type NotebookInfo = z.output<typeof notebookInfo>

export const recentNotebook = z.object({ path: z.string(), title: z.string(), openedAt: z.number() })
export type RecentNotebook = z.output<typeof recentNotebook>

/** A note that was there and is not any more, without this program having moved it. */
export const vanishedNote = z.object({ path: z.string(), title: z.string() })
export type VanishedNote = z.output<typeof vanishedNote>

/** What a new notebook can have in it: the built-in list, a small example to look around in, or nothing. */
export const startingContents = ['llm', 'sample', 'none'] as const
export type StartingContent = (typeof startingContents)[number]

export const notebookProcedures = {
  'notebook.current': query(z.object({}), notebookInfo.nullable()),
  'notebook.recent': query(z.object({}), z.array(recentNotebook)),
  'notebook.create': command(
    z.object({ path: z.string().min(1), title: z.string().optional(), list: z.enum(startingContents) }),
    notebookInfo,
  ),
  'notebook.open': command(z.object({ path: z.string().min(1) }), notebookInfo),
  'notebook.close': command(z.object({}), z.object({})),
  /** Notes whose sudden absence made the notebook read-only (`notes-vanished`), by path. */
  'notebook.vanished': query(z.object({}), z.array(vanishedNote)),
  /** Looks for the vanished notes again. Resolves to those that are still missing; without any the notebook can be written. */
  'notebook.lookAgain': command(z.object({}), z.array(vanishedNote)),
  /** The user says that the vanished notes were deleted: the notebook goes on without them. */
  'notebook.acceptVanished': command(z.object({}), z.object({})),
  'notebook.forget': command(z.object({ path: z.string() }), z.array(recentNotebook)),
} as const
