import type { BackupStatus } from '../../../shared/contract/backup-procedures'
import { useErrorWords } from '../../app/error-words'
import { useBackupStatus } from '../../state/backups'
import { openDialog } from '../../state/view'
import { formatAge } from '../../ui/format-age'
import { useNow } from '../../ui/use-now'
import styles from './backups.module.css'
import { useTranslation } from '../../ui/use-translation'

/** Older than this, the last backup is too old where there should be one every day. */
const tooOldMs = 3 * 86_400_000

/** In the status bar: when the notebook was backed up last. A failure stays until a backup succeeds. */
export function BackupState() {
  const { t } = useTranslation()
  const words = useBackupWords()
  const now = useNow()
  const status = useBackupStatus().data
  if (status === undefined) return null
  const isOld = status.isOn && status.last !== null && now - status.last.at > tooOldMs
  const tone = status.failure !== null ? styles.wrong : isOld ? styles.careful : styles.quiet
  return (
    <>
      <button
        type="button"
        className={`${styles.state} ${tone}`}
        title={t('backups.open')}
        onClick={() => openDialog('backups')}
      >
        {words(status)}
      </button>
      {status.failure !== null && (
        <span className="visually-hidden" role="alert">
          {words(status)}
        </span>
      )}
    </>
  )
}

/** A function that says in a few words how a notebook's backups stand. */
export function useBackupWords(): (status: BackupStatus) => string {
  const { t, i18n } = useTranslation()
  const errorWords = useErrorWords('after colon')
  const now = useNow()
  return ({ isOn, isRunning, last, failure }) => {
    if (isRunning) return t('backups.running')
    if (failure !== null) return t('backups.failed', { reason: errorWords(failure.code) })
    if (last !== null) return t('backups.last', { age: formatAge(last.at, now, i18n.language) })
    return isOn ? t('backups.none') : t('backups.off')
  }
}
