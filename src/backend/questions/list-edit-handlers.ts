import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { listEditProcedures } from '../../shared/contract/list-edit-procedures'
import type { ListEditService } from './list-edit-service'

/** The contract's `questions.edit` and its undoing. */
export function createListEditHandlers(
  edits: ListEditService,
): Pick<AnswerbookHandlers, keyof typeof listEditProcedures> {
  return {
    'questions.edit': async (input, { clientId }) => edits.edit(input, clientId),
    'questions.undoEdit': async ({ undoId }, { clientId }) => edits.undo(undoId, clientId),
  }
}
