import { AppError } from '../../shared/contract/app-error'
import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { historyProcedures } from '../../shared/contract/history-procedures'
import { encodeText } from '../files/text-file'
import type { NotebookService } from '../notebook/notebook-service'
import type { NoteService } from '../notes/note-service'

/** The contract's `history.*`. */
export function createHistoryHandlers(
  notebooks: NotebookService,
  notes: NoteService,
): Pick<AnswerbookHandlers, keyof typeof historyProcedures> {
  return {
    'history.list': async ({ path }) => {
      const versions = await notebooks.notebook.history.list(path)
      return versions.map(({ id, at, reason, bytes, words }) => ({ id, at, reason, bytes, words }))
    },
    'history.read': async ({ path, id }) => ({ text: await notebooks.notebook.history.read(path, id) }),
    'history.restore': async ({ path, id, baseHash }, { clientId }) => {
      const { notebook } = notebooks
      notebook.assertWritable()
      const text = await notebook.history.read(path, id)
      const present = await notes.read(path)
      if (present.hash !== baseHash) throw new AppError('notes/conflict', { path })
      await notebook.history.keep(path, encodeText(present.text), 'restore')
      await notes.save({ path, text, baseHash }, clientId)
      return notes.read(path)
    },
    'history.status': async () => ({ failure: notebooks.notebook.history.failure ?? null }),
  }
}
