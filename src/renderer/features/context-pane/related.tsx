import type { RelatedItem } from '../../../shared/contract/search-procedures'
import { InlineMarkdown } from '../../editor/inline-markdown'
import { goTo } from '../../state/place'
import { usePlacedQuestions, useRelated } from '../../state/queries'
import { ContextSection } from './context-section'
import styles from './context-pane.module.css'
import { useTranslation } from '../../ui/use-translation'

/** Questions and notes that are near the open one by the words that they share. */
export function Related({ id }: { readonly id: string | undefined }) {
  const { t } = useTranslation()
  const { byId } = usePlacedQuestions()
  const related = useRelated(id).data ?? []
  const detailOf = ({ kind, id: questionId, section }: RelatedItem): string => {
    const placed = kind === 'question' ? byId.get(questionId) : undefined
    return placed === undefined ? section : `${placed.section.number}.${placed.item.number} ${section}`
  }
  const titleOf = ({ id: itemId, title }: RelatedItem) => {
    const placed = byId.get(itemId)
    return placed === undefined ? title : <InlineMarkdown text={placed.item.text} />
  }
  return (
    <nav aria-label={t('context.related')}>
      <ContextSection title={t('context.related')} count={undefined} empty={t('context.noRelated')}>
        {related.map(item => (
          <li key={item.id}>
            <button type="button" className={styles.entry} title={item.title} onClick={() => openItem(item)}>
              <span className={styles.source}>{titleOf(item)}</span>
              <span className={styles.context}>{detailOf(item) || t('search.note')}</span>
            </button>
          </li>
        ))}
      </ContextSection>
    </nav>
  )
}

function openItem({ kind, id, path, questions: [question] }: RelatedItem): void {
  if (kind === 'question') goTo({ kind: 'question', id })
  else if (question === undefined) goTo({ kind: 'note', path })
  else goTo({ kind: 'question', id: question, notePath: path })
}
