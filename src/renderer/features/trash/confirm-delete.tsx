import type { TrashedNote } from '../../../shared/contract/trash-procedures'
import { Button } from '../../ui/button'
import styles from './trash.module.css'
import { useTranslation } from '../../ui/use-translation'

/**
 * Asks whether notes are to be deleted for good. The button that does it is at the other end than the one that asked, so
 * that a second press in the same place deletes nothing; the one that doesn't has the focus.
 */
export function ConfirmDelete({
  notes,
  onCancel,
  onConfirm,
}: {
  readonly notes: readonly TrashedNote[]
  readonly onCancel: () => void
  readonly onConfirm: () => void
}) {
  const { t } = useTranslation()
  return (
    <footer className={styles.confirm} role="alertdialog" aria-label={t('trash.delete')}>
      <Button tone="danger" onClick={onConfirm}>
        {t('trash.deleteCount', { count: notes.length })}
      </Button>
      <p className={styles.question}>
        {t('trash.confirm', { count: notes.length, title: notes[0]?.title ?? '' })}
      </p>
      <Button autoFocus onClick={onCancel}>
        {t('action.cancel')}
      </Button>
    </footer>
  )
}
