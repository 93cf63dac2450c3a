import { plainText } from '../../../shared/domain/markdown/plain-text'
import { InlineMarkdown } from '../../editor/inline-markdown'
import { goTo } from '../../state/place'
import { useBacklinks, usePlacedQuestions } from '../../state/queries'
import { ContextSection } from './context-section'
import styles from './context-pane.module.css'
import { useTranslation } from '../../ui/use-translation'

/** Notes that link to the question or to the note that is shown, each once, with the line that does. */
export function Backlinks({
  questionId,
  path,
}: {
  readonly questionId: string | undefined
  readonly path: string | undefined
}) {
  const { t } = useTranslation()
  const toQuestion = useBacklinks(questionId === undefined ? undefined : { questionId }).data ?? []
  const toNote = useBacklinks(path === undefined ? undefined : { path }).data ?? []
  const links = [...toQuestion, ...toNote.filter(link => !toQuestion.some(other => other.path === link.path))]
  const { byId } = usePlacedQuestions()
  return (
    <nav aria-label={t('context.backlinks')}>
      <ContextSection title={t('context.backlinks')} count={links.length} empty={t('context.noBacklinks')}>
        {links.map(link => {
          const question = link.answers.map(id => byId.get(id)).find(placed => placed !== undefined)
          const number = question === undefined ? '' : `${question.section.number}.${question.item.number} `
          const title = question?.item.text ?? link.title
          return (
            <li key={link.path}>
              <button
                type="button"
                className={styles.entry}
                title={number + plainText(title)}
                onClick={() =>
                  goTo(
                    question === undefined
                      ? { kind: 'note', path: link.path }
                      : { kind: 'question', id: question.item.id, notePath: link.path },
                  )
                }
              >
                <span className={styles.source}>
                  {number}
                  {question === undefined ? title : <InlineMarkdown text={title} />}
                </span>
                <span className={styles.context}>{plainText(link.context)}</span>
              </button>
            </li>
          )
        })}
      </ContextSection>
    </nav>
  )
}
