import { join } from 'node:path'
import type { Finding } from '../../shared/contract/check-procedures'
import { BackupPreferences } from '../backups/backup-preferences'
import { BackupStore } from '../backups/backup-store'
import { verifyBackup } from '../backups/verify-backup'
import { readBackup } from '../backups/zip-reader'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { aboutFile } from './notebook-check'

/** The newest backup, when it is no longer what it says that it is. That there is none is no finding. */
export async function checkBackup(ports: BackendPorts, { info }: OpenNotebook): Promise<Finding[]> {
  const { folder } = new BackupPreferences(ports.settings).get()
  const store = new BackupStore(ports.files, folder ?? join(ports.dataFolder, 'backups'))
  const [newest] = await store.list(info).catch(() => [])
  if (newest === undefined) return []
  try {
    const made = await readBackup(newest.path, async manifest => manifest.files)
    await verifyBackup(newest.path, made, new AbortController().signal)
    return []
  } catch {
    return [aboutFile('damaged-backup', newest.path)]
  }
}
