import type { backupProcedures } from '../../shared/contract/backup-procedures'
import type { AnswerbookHandlers } from '../../shared/contract/contract'
import type { BackupService } from './backup-service'

/** The contract's `backups.*`. */
export function createBackupHandlers(
  backups: BackupService,
): Pick<AnswerbookHandlers, keyof typeof backupProcedures> {
  return {
    'backups.status': async () => backups.status(),
    'backups.list': async () => backups.list(),
    'backups.run': async () => backups.run(),
    'backups.configure': async change => backups.configure(change),
    'backups.restore': async ({ path, folder }) => backups.restore(path, folder),
  }
}
