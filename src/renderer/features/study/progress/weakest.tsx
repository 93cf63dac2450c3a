import type { StudyProgress } from '../../../../shared/contract/study-procedures'
import { InlineMarkdown } from '../../../editor/inline-markdown'
import { goTo } from '../../../state/place'
import { useListName, usePlacedQuestions } from '../../../state/queries'
import styles from './progress.module.css'
import { useTranslation } from '../../../ui/use-translation'

/** The answers that are least likely to be recalled now. */
export function Weakest({ weakest }: { readonly weakest: StudyProgress['weakest'] }) {
  const { t, i18n } = useTranslation()
  const { byId } = usePlacedQuestions()
  const listName = useListName()
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  return (
    <section className={styles.card} aria-label={t('progress.weakest')}>
      <h2 className={styles.title}>{t('progress.weakest')}</h2>
      {weakest.length === 0 && <p className={styles.quiet}>{t('progress.weakestEmpty')}</p>}
      <ol>
        {weakest.map(({ id, recall, lapses }) => {
          const placed = byId.get(id)
          if (placed === undefined) return null
          return (
            <li key={id}>
              <button type="button" className={styles.weak} onClick={() => goTo({ kind: 'question', id })}>
                <span className={styles.share}>{percent.format(recall)}</span>
                <span className={styles.text}>
                  <InlineMarkdown text={placed.item.text} />
                </span>
                {listName(placed.list.id) !== undefined && (
                  <span className={styles.quiet}>{listName(placed.list.id)}</span>
                )}
                {lapses > 0 && (
                  <span className={styles.quiet}>{t('progress.lapses', { count: lapses })}</span>
                )}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
