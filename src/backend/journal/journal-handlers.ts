import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { journalProcedures } from '../../shared/contract/journal-procedures'
import type { JournalService } from './journal-service'

/** The contract's `journal.*`. */
export function createJournalHandlers(
  journal: JournalService,
): Pick<AnswerbookHandlers, keyof typeof journalProcedures> {
  return {
    'journal.keep': async kept => {
      await journal.keep(kept)
      return {}
    },
    'journal.drop': async ({ id }) => {
      await journal.drop(id)
      return {}
    },
    'journal.list': async () => journal.list(),
  }
}
