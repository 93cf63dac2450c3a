import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { listEditProcedures } from '../../shared/contract/list-edit-procedures'
import type { EditionService } from './edition-service'
import type { ListChanges } from './list-changes'
import type { ListEditService } from './list-edit-service'

interface Services {
  readonly edits: ListEditService
  readonly editions: EditionService
  readonly changes: ListChanges
}

/** The contract's `questions.edit`, newer editions of lists, and the undoing of both. */
export function createListEditHandlers({
  edits,
  editions,
  changes,
}: Services): Pick<AnswerbookHandlers, keyof typeof listEditProcedures> {
  return {
    'questions.edit': async (input, { clientId }) => edits.edit(input, clientId),
    'questions.undoEdit': async ({ undoId }, { clientId }) => changes.undo(undoId, clientId),
    'questions.previewEdition': async input => editions.preview(input),
    'questions.importEdition': async (input, { clientId }) => editions.import(input, clientId),
  }
}
