import { useState } from 'react'
import { NotePane } from '../../app/note/note-pane'
import type { QuestionItem } from '../../../shared/contract/question-procedures'
import { AnswerChoice } from './answer-choice'
import styles from './own-answer.module.css'
import { useTranslation } from '../../ui/use-translation'

/** The user's own answer, for reading; of several the first, and a way to the others. */
export function OwnAnswer({ item }: { readonly item: QuestionItem }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(0)
  const path = item.notes[chosen] ?? item.notes[0]
  if (path === undefined) return <p className={styles.none}>{t('review.noAnswer')}</p>
  return (
    <>
      <AnswerChoice count={item.notes.length} chosen={chosen} onChange={setChosen} />
      <NotePane key={path} target={{ path }} label={t('review.ownAnswer')} isEditable={false} isPlain />
    </>
  )
}
