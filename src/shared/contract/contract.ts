import { z } from 'zod'
import { attachmentProcedures } from './attachment-procedures'
import { appProcedures } from './app-procedures'
import { backupProcedures } from './backup-procedures'
import { checkProcedures } from './check-procedures'
import { conflictProcedures } from './conflict-procedures'
import type { Client, EventPayloads, Handlers } from './define'
import { exchangeProcedures } from './exchange-procedures'
import { historyProcedures } from './history-procedures'
import { importProcedures } from './import-procedures'
import { journalProcedures } from './journal-procedures'
import { listEditProcedures } from './list-edit-procedures'
import { notebookInfo, notebookProcedures } from './notebook-procedures'
import { noteProcedures } from './note-procedures'
import { questionProcedures } from './question-procedures'
import { replaceProcedures } from './replace-procedures'
import { searchProcedures } from './search-procedures'
import { studyProcedures } from './study-procedures'
import { trashProcedures } from './trash-procedures'

/** Every request that the renderer and the command line can make of the backend. */
export const procedures = {
  ...appProcedures,
  ...notebookProcedures,
  ...questionProcedures,
  ...listEditProcedures,
  ...noteProcedures,
  ...checkProcedures,
  ...conflictProcedures,
  ...importProcedures,
  ...journalProcedures,
  ...historyProcedures,
  ...trashProcedures,
  ...backupProcedures,
  ...attachmentProcedures,
  ...replaceProcedures,
  ...searchProcedures,
  ...studyProcedures,
  ...exchangeProcedures,
} as const

/** Every event that the backend sends to all clients. */
export const events = {
  'notebook.changed': z.object({ notebook: notebookInfo.nullable(), revision: z.number() }),
  'questions.changed': z.object({ revision: z.number() }),
  'notes.changed': z.object({ paths: z.array(z.string()), revision: z.number() }),
  /** Files under `attachments/` came, went, or are others. */
  'attachments.changed': z.object({ paths: z.array(z.string()) }),
  /** A note has another path; `notes.changed` follows. */
  'notes.renamed': z.object({ from: z.string(), to: z.string() }),
  /** A note has another version that was kept, or one could not be kept, or can be again. */
  'history.changed': z.object({ path: z.string() }),
  /** A backup was begun or has ended, or its settings are others. */
  'backups.changed': z.object({}),
  /** How much of the export that runs is done. */
  'export.progressed': z.object({ done: z.number(), total: z.number() }),
  /** How much of the import of notes that runs is done. */
  'import.progressed': z.object({ done: z.number(), total: z.number() }),
  'search.changed': z.object({ indexed: z.number(), indexable: z.number() }),
  'settings.changed': z.object({}),
  /** The user chose a command in the native menu. */
  'app.commandChosen': z.object({ id: z.string() }),
  /** The window is about to close: save what isn't saved, then call `app.reportSaved`. */
  'app.saveRequested': z.object({}),
  /** A link from outside leads to a question or a note of the open notebook. */
  'app.placeRequested': z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('question'), id: z.string() }),
    z.object({ kind: z.literal('note'), path: z.string() }),
  ]),
} as const

export type AnswerbookHandlers = Handlers<typeof procedures>
export type AnswerbookClient = Client<typeof procedures>
export type AnswerbookEvents = EventPayloads<typeof events>
export type EventName = keyof AnswerbookEvents
