import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { trashProcedures } from '../../shared/contract/trash-procedures'
import type { TrashService } from './trash-service'

/** The contract's `trash.*`. */
export function createTrashHandlers(
  trash: TrashService,
): Pick<AnswerbookHandlers, keyof typeof trashProcedures> {
  return {
    'trash.list': async () => trash.list(),
    'trash.read': async ({ trashPath }) => trash.read(trashPath),
    'trash.restore': async ({ trashPath }, { clientId }) => trash.restore(trashPath, clientId),
    'trash.delete': async ({ trashPaths }) => trash.delete(trashPaths),
  }
}
