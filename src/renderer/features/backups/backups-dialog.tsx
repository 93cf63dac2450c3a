import { useState } from 'react'
import type { Backup } from '../../../shared/contract/backup-procedures'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { useBackups, useBackupStatus } from '../../state/backups'
import { closeDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { formatBytes } from '../../ui/format-bytes'
import { formatMoment } from '../../ui/format-moment'
import { useNow } from '../../ui/use-now'
import { BackupOptions } from './backup-options'
import { useBackupWords } from './backup-state'
import styles from './backups.module.css'
import { RestoreBackupForm } from './restore-backup-form'
import { useTranslation } from '../../ui/use-translation'

/** The notebook's backups: how they stand, one now, where they go, and back from one. */
export function BackupsDialog() {
  const { t } = useTranslation()
  const { client, sessions } = useBackend()
  const errorWords = useErrorWords('after colon')
  const words = useBackupWords()
  const status = useBackupStatus().data
  const backups = useBackups().data ?? []
  const [restored, setRestored] = useState<Backup>()
  const [problem, setProblem] = useState<string>()
  const run = async (): Promise<void> => {
    setProblem(undefined)
    try {
      await sessions.flushAll()
      await client['backups.run']({})
    } catch (error) {
      setProblem(t('backups.failed', { reason: errorWords(errorCodeOf(error)) }))
    }
  }
  if (restored !== undefined)
    return <RestoreBackupForm backup={restored} onBack={() => setRestored(undefined)} />
  const isFailed = status !== undefined && status.failure !== null && !status.isRunning
  return (
    <Dialog
      title={t('backups.title')}
      width="wide"
      closeLabel={t('action.close')}
      description={t('backups.description')}
      onClose={closeDialog}
    >
      <div className={styles.now}>
        <p
          className={isFailed || problem !== undefined ? styles.wrong : styles.ink}
          role={isFailed || problem !== undefined ? 'alert' : 'status'}
        >
          {problem ?? (status === undefined ? '' : words(status))}
        </p>
        <Button autoFocus tone="primary" disabled={status?.isRunning !== false} onClick={() => void run()}>
          {t('backups.run')}
        </Button>
      </div>
      <BackupList backups={backups} onRestore={setRestored} />
      {status !== undefined && <BackupOptions key={status.folder} status={status} />}
    </Dialog>
  )
}

function BackupList({
  backups,
  onRestore,
}: {
  readonly backups: readonly Backup[]
  readonly onRestore: (backup: Backup) => void
}) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  if (backups.length === 0) return null
  return (
    <ul className={styles.backups} aria-label={t('backups.list')}>
      {backups.map(backup => {
        const time = formatMoment(backup.at, now, i18n.language)
        return (
          <li key={backup.path} className={styles.backup} title={backup.path}>
            <span className={styles.time}>{time}</span>
            <span className={styles.size}>{formatBytes(backup.bytes, i18n.language)}</span>
            <Button
              tone="quiet"
              aria-label={t('backups.restoreOf', { time })}
              onClick={() => onRestore(backup)}
            >
              {t('backups.restore')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
