import { ChevronDown } from 'lucide-react'
import { useBackend } from '../../state/backend'
import { Menu } from '../../ui/menu'
import { StatusMark, type Mark } from '../../ui/status-mark'
import styles from './status-menu.module.css'
import { useTranslation } from '../../ui/use-translation'

const marks: readonly Mark[] = ['not started', 'draft', 'answered']

/** How far the answer is, and the way to say so. */
export function StatusMenu({
  questionId,
  status,
  isEnabled,
}: {
  readonly questionId: string
  readonly status: Mark
  readonly isEnabled: boolean
}) {
  const { t } = useTranslation()
  const { client } = useBackend()
  const choose = (mark: Mark): void => void client['questions.setStatus']({ id: questionId, status: mark })
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={styles.trigger}
          disabled={!isEnabled}
          aria-label={t('status.change', { status: t(`status.${status}`) })}
        >
          <StatusMark mark={status} />
          {t(`status.${status}`)}
          <ChevronDown size={13} />
        </button>
      }
      groups={[
        marks.map(mark => ({
          id: mark,
          label: t(`status.${mark}`),
          icon: <StatusMark mark={mark} />,
          isChecked: mark === status,
          onSelect: () => choose(mark),
        })),
      ]}
    />
  )
}
