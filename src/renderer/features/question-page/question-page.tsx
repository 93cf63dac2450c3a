import { NotePane } from '../../app/note/note-pane'
import { BlockMarkdown, InlineMarkdown } from '../../editor/inline-markdown'
import { goTo } from '../../state/place'
import { useListName, type PlacedQuestion } from '../../state/queries'
import { AnswerMenu } from './answer-menu'
import { AnswerTabs } from './answer-tabs'
import { ConfidenceMenu } from './confidence-menu'
import { HintToggle } from '../../app/question/hint-toggle'
import styles from './question-page.module.css'
import { StarButton } from './star-button'
import { StatusMenu } from './status-menu'
import text from '../../ui/question-text.module.css'
import { useCurrentAnswer } from './use-current-answer'
import { useWritingTime } from './use-writing-time'
import { useTranslation } from '../../ui/use-translation'

export interface QuestionPageProps {
  readonly placed: PlacedQuestion
  /** The note to show of several. */
  readonly notePath: string | undefined
  readonly isEditable: boolean
}

/** A question with its answer or answers. It stays mounted when another question comes. */
export function QuestionPage({ placed, notePath, isEditable }: QuestionPageProps) {
  const { t } = useTranslation()
  const { item, section } = placed
  const { current, add, stopAdding } = useCurrentAnswer(item, notePath)
  const listName = useListName()(item.listId)
  useWritingTime(item.id, isEditable)
  const choose = (path: string): void => {
    stopAdding()
    goTo({ kind: 'question', id: item.id, notePath: path })
  }
  return (
    <article className={styles.page} aria-label={t('question.label')}>
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
            {isEditable && <StarButton questionId={item.id} isStarred={item.isStarred} />}
            {isEditable && <ConfidenceMenu questionId={item.id} confidence={item.confidence} />}
            <StatusMenu questionId={item.id} status={item.status} isEnabled={isEditable} />
            {isEditable && <AnswerMenu placed={placed} current={current} onAdd={add} />}
          </div>
          <h1 className={text.question}>
            <InlineMarkdown text={item.text} />
          </h1>
          {item.body !== null && (
            <div className={text.body}>
              <BlockMarkdown text={item.body} />
            </div>
          )}
          {item.hint !== null && <HintToggle key={item.id} hint={item.hint} />}
          <AnswerTabs item={item} current={current} onChoose={choose} />
        </div>
      </header>
      <NotePane
        target={current === undefined ? { questionId: item.id } : { path: current }}
        label={t('answer.label')}
        isEditable={isEditable}
      />
    </article>
  )
}
