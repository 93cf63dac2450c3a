import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { exchangeProcedures } from '../../shared/contract/exchange-procedures'
import type { importProcedures } from '../../shared/contract/import-procedures'
import type { ExportService } from './export-service'
import type { NoteImportService } from './note-import-service'

interface Services {
  readonly exports: ExportService
  readonly noteImports: NoteImportService
}

/** The contract's `export.*`, and what is imported as notes. */
export function createExchangeHandlers({
  exports,
  noteImports,
}: Services): Pick<AnswerbookHandlers, keyof typeof exchangeProcedures | keyof typeof importProcedures> {
  return {
    'import.notes': async ({ paths, dryRun }, { clientId }) => noteImports.import(paths, dryRun, clientId),
    'import.undoNotes': async ({ undoId }, { clientId }) => noteImports.undo(undoId, clientId),
    'import.cancel': async () => {
      noteImports.cancel()
      return {}
    },
    'export.defaultPath': async ({ format, scope }) => ({ path: exports.defaultPath(format, scope) }),
    'export.run': async options => exports.run(options),
    'export.cancel': async () => {
      exports.cancel()
      return {}
    },
  }
}
