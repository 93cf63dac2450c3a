import { Pencil, Undo2 } from 'lucide-react'
import { useBackend } from '../../../state/backend'
import { formatShortcut } from '../../../state/commands'
import { usePlacedQuestions } from '../../../state/queries'
import { Button } from '../../../ui/button'
import { useTranslation } from '../../../ui/use-translation'
import { editAnswer } from './edit-answer'
import styles from './review.module.css'
import type { ReviewSession } from './review-session'

/** Mending the answer that is shown. */
export function EditAnswer({ session }: { readonly session: ReviewSession }) {
  const { t } = useTranslation()
  const { byId } = usePlacedQuestions()
  const placed = byId.get(session.current ?? '')
  if (placed === undefined || session.step !== 'grade') return null
  return (
    <Button
      tone="quiet"
      className={styles.tool}
      title={t('review.editKey')}
      onClick={() => editAnswer(placed.item, session)}
    >
      <Pencil size={14} /> <span className={styles.toolName}>{t('review.edit')}</span> <kbd>E</kbd>
    </Button>
  )
}

/** Taking the last grade back. */
export function UndoGrade({ session }: { readonly session: ReviewSession }) {
  const { t } = useTranslation()
  const { platform } = useBackend()
  const last = session.done.at(-1)
  if (last === undefined) return null
  return (
    <Button
      tone="quiet"
      className={styles.tool}
      title={t('review.undoKey', {
        grade: t(`review.grades.${last.rating}`),
        keys: formatShortcut('Mod+Z', platform),
      })}
      onClick={() => void session.undo()}
    >
      <Undo2 size={14} /> {t('review.undo')} <kbd>U</kbd>
    </Button>
  )
}
