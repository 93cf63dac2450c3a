import { useState, type FormEvent } from 'react'
import type { Backup } from '../../../shared/contract/backup-procedures'
import { useErrorWords } from '../../app/error-words'
import { errorCodeOf, useBackend } from '../../state/backend'
import { leavePlace } from '../../state/place'
import { useNotebook } from '../../state/queries'
import { closeDialog } from '../../state/view'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import { formatMoment } from '../../ui/format-moment'
import { useNow } from '../../ui/use-now'
import { useTranslation } from '../../ui/use-translation'

/** Puts a backup into a new folder beside the notebook, which stays as it is, and offers to open it. */
export function RestoreBackupForm({
  backup: { path, at },
  onBack,
}: {
  readonly backup: Backup
  readonly onBack: () => void
}) {
  const { t, i18n } = useTranslation()
  const { client, sessions } = useBackend()
  const errorWords = useErrorWords()
  const now = useNow()
  const notebook = useNotebook().data ?? undefined
  const [typed, setTyped] = useState<string>()
  const [restored, setRestored] = useState<{ readonly folder: string; readonly files: number }>()
  const [isWorking, setIsWorking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const folder = typed ?? folderBeside(notebook?.path ?? '', at)
  const restore = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setIsWorking(true)
    try {
      setProblem(undefined)
      setRestored(await client['backups.restore']({ path, folder: folder.trim() }))
    } catch (error) {
      setProblem(errorWords(errorCodeOf(error)))
    }
    setIsWorking(false)
  }
  const open = async (wanted: string): Promise<void> => {
    await sessions.flushAll()
    await client['notebook.open']({ path: wanted })
    leavePlace()
    closeDialog()
  }
  return (
    <Dialog
      title={t('backups.restoreOf', { time: formatMoment(at, now, i18n.language) })}
      closeLabel={t('action.close')}
      description={t('backups.restoreDescription')}
      onClose={closeDialog}
      footer={
        restored === undefined ? (
          <>
            <Button onClick={onBack}>{t('backups.back')}</Button>
            <Button
              tone="primary"
              type="submit"
              form="restore-backup"
              disabled={isWorking || folder.trim() === ''}
            >
              {t(isWorking ? 'backups.restoring' : 'backups.restoreHere')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={closeDialog}>{t('action.done')}</Button>
            <Button tone="primary" autoFocus onClick={() => void open(restored.folder)}>
              {t('backups.openRestored')}
            </Button>
          </>
        )
      }
    >
      {restored === undefined ? (
        <form id="restore-backup" onSubmit={event => void restore(event)}>
          <TextField
            autoFocus
            label={t('backups.newFolder')}
            value={folder}
            error={problem}
            onChange={event => setTyped(event.target.value)}
          />
        </form>
      ) : (
        <p role="status">{t('backups.restored', { count: restored.files, folder: restored.folder })}</p>
      )}
    </Dialog>
  )
}

/** A name beside the notebook that says which backup it is. */
function folderBeside(notebook: string, at: number): string {
  const date = new Date(at)
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes()]
  const [year, month, day, hours, minutes] = parts.map(part => String(part).padStart(2, '0'))
  return `${notebook} (${year}-${month}-${day} ${hours}.${minutes})`
}
