import { z } from 'zod'
import { command, query } from './define'

export const notebookInfo = z.object({
  /** Absolute path of the folder. */
  path: z.string(),
  id: z.string(),
  title: z.string(),
  /** Why nothing can be written, if so. */
  readOnly: z.enum(['newer-format', 'no-permission']).nullable(),
})
export type NotebookInfo = z.output<typeof notebookInfo>

export const recentNotebook = z.object({ path: z.string(), title: z.string(), openedAt: z.number() })
export type RecentNotebook = z.output<typeof recentNotebook>

export const notebookProcedures = {
  'notebook.current': query(z.object({}), notebookInfo.nullable()),
  'notebook.recent': query(z.object({}), z.array(recentNotebook)),
  'notebook.create': command(
    z.object({ path: z.string().min(1), title: z.string().optional(), list: z.enum(['llm', 'none']) }),
    notebookInfo,
  ),
  'notebook.open': command(z.object({ path: z.string().min(1) }), notebookInfo),
  'notebook.close': command(z.object({}), z.object({})),
  'notebook.forget': command(z.object({ path: z.string() }), z.array(recentNotebook)),
} as const
