import { Segments } from '../../ui/segments'
import styles from './compared-answer.module.css'
import { useTranslation } from '../../ui/use-translation'

/** Which of several answers to a question is shown; nothing where there is one. */
export function AnswerChoice({
  count,
  chosen,
  onChange,
}: {
  readonly count: number
  /** From 0. */
  readonly chosen: number
  readonly onChange: (chosen: number) => void
}) {
  const { t } = useTranslation()
  if (count < 2) return null
  return (
    <div className={styles.tabs}>
      <Segments
        label={t('answer.tabs')}
        value={chosen}
        options={Array.from({ length: count }, (_, at) => ({
          value: at,
          label: t('answer.number', { number: at + 1 }),
        }))}
        onChange={onChange}
      />
    </div>
  )
}
