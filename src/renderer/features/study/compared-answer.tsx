import { useState } from 'react'
import { NotePane } from '../../app/note/note-pane'
import type { QuestionItem } from '../../../shared/contract/question-procedures'
import { Button } from '../../ui/button'
import { AnswerChoice } from './answer-choice'
import styles from './compared-answer.module.css'
import { openToWrite } from './open-to-write'
import { Comparison } from './review/comparison'
import { useTranslation } from '../../ui/use-translation'

interface ComparedAnswerProps {
  readonly item: QuestionItem
  /** What was written without looking; empty shows the own answer alone. */
  readonly written: string
  /** Which of several answers is shown, from 0; given where that is kept elsewhere. */
  readonly chosen?: number
  readonly onChoose?: (chosen: number) => void
}

/** The own answer beside what was written without looking: of several the first, and a way to the others. */
export function ComparedAnswer({ item, written, chosen: chosenOutside, onChoose }: ComparedAnswerProps) {
  const { t } = useTranslation()
  const [chosenInside, setChosenInside] = useState(0)
  const chosen = chosenOutside ?? chosenInside
  const path = item.notes[chosen] ?? item.notes[0]
  if (path === undefined) return <NoAnswer id={item.id} written={written} />
  return (
    <>
      <AnswerChoice count={item.notes.length} chosen={chosen} onChange={onChoose ?? setChosenInside} />
      {written.trim() === '' ? (
        <div className={styles.note}>
          <NotePane key={path} target={{ path }} label={t('review.ownAnswer')} isEditable={false} isPlain />
        </div>
      ) : (
        <Comparison key={path} path={path} written={written} />
      )}
    </>
  )
}

function NoAnswer({ id, written }: { readonly id: string; readonly written: string }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={styles.none}>
        <p>{t('review.noAnswer')}</p>
        <Button onClick={() => openToWrite({ id })}>{t('review.writeAnswer')}</Button>
      </div>
      {written.trim() !== '' && <p className={styles.typed}>{written}</p>}
    </>
  )
}
