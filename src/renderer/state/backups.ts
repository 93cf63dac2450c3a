import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Backup, BackupStatus } from '../../shared/contract/backup-procedures'
import { useBackend } from './backend'

/** When the open notebook was backed up last, and whether that works. */
export function useBackupStatus(): UseQueryResult<BackupStatus> {
  const { client } = useBackend()
  return useQuery({ queryKey: ['backups', 'status'], queryFn: () => client['backups.status']({}) })
}

/** The backups of the open notebook, the newest first. */
export function useBackups(): UseQueryResult<Backup[]> {
  const { client } = useBackend()
  return useQuery({ queryKey: ['backups', 'list'], queryFn: () => client['backups.list']({}) })
}
