import type { PlacedQuestion } from '../../state/queries'
import styles from './context-pane.module.css'
import { useTranslation } from '../../ui/use-translation'

/** Where the open question stands and what it is called in links. */
export function QuestionDetails({ placed }: { readonly placed: PlacedQuestion }) {
  const { t } = useTranslation()
  const { item, list, section } = placed
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('context.details')}</h2>
      <dl className={styles.details}>
        <dt>{t('context.list')}</dt>
        <dd>{list.title}</dd>
        <dt>{t('context.section')}</dt>
        <dd>
          {section.number} {section.title}
        </dd>
        <dt>{t('context.id')}</dt>
        <dd>{item.id}</dd>
      </dl>
    </section>
  )
}
