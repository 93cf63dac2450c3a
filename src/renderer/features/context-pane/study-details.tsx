import type { QuestionItem } from '../../../shared/contract/question-procedures'
import type { Judgement } from '../../../shared/domain/study/study-event'
import { useBackend } from '../../state/backend'
import { Segments } from '../../ui/segments'
import styles from './context-pane.module.css'
import { useTranslation } from '../../ui/use-translation'

const judgements: readonly Judgement[] = [1, 2, 3]
const kinds = ['importance', 'ease'] as const

/** How studying the open question goes, and what the user judges of it before writing. */
export function StudyDetails({
  item,
  isEditable,
}: {
  readonly item: QuestionItem
  readonly isEditable: boolean
}) {
  const { t, i18n } = useTranslation()
  const { client } = useBackend()
  const judge = (kind: (typeof kinds)[number], value: Judgement | null): void =>
    void client['study.setJudgement']({
      id: item.id,
      ease: item.ease,
      importance: item.importance,
      [kind]: value,
    })
  const due =
    item.dueAt === null
      ? t('context.notReviewed')
      : item.isDue
        ? t('tree.due')
        : new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(item.dueAt)
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('context.study')}</h2>
      <dl className={`${styles.details} ${styles.study}`}>
        <dt>{t('context.nextReview')}</dt>
        <dd>{due}</dd>
        {kinds.map(kind => (
          <div key={kind} className={styles.pair}>
            <dt>{t(`context.${kind}`)}</dt>
            <dd>
              <Segments
                label={t(`context.${kind}`)}
                value={item[kind]}
                options={judgements.map(value => ({ value, label: t(`context.${kind}Words.${value}`) }))}
                isDisabled={!isEditable}
                onChange={value => judge(kind, value === item[kind] ? null : value)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
