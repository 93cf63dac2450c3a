import type { ReactNode } from 'react'
import { BlockMarkdown, InlineMarkdown } from '../../editor/inline-markdown'
import { useListName, type PlacedQuestion } from '../../state/queries'
import text from '../../ui/question-text.module.css'
import styles from './question-head.module.css'

/** A question that is being studied, with where it stands; `aside` is at the end of its first line. */
export function QuestionHead({
  placed,
  aside,
  children,
}: {
  readonly placed: PlacedQuestion
  readonly aside: ReactNode
  readonly children?: ReactNode
}) {
  const { item, section } = placed
  const listName = useListName()(item.listId)
  return (
    <header className={styles.header}>
      <div className={styles.measure}>
        <div className={styles.above}>
          <span className={styles.number}>
            {section.number}.{item.number}
          </span>
          <span className={styles.section}>
            {listName !== undefined && `${listName} · `}
            {section.title}
          </span>
          {aside}
        </div>
        <h1 className={text.question}>
          <InlineMarkdown text={item.text} />
        </h1>
        {item.body !== null && (
          <div className={text.body}>
            <BlockMarkdown text={item.body} />
          </div>
        )}
        {children}
      </div>
    </header>
  )
}
