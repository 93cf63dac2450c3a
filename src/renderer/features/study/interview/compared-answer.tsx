import { useState } from 'react'
import type { QuestionItem } from '../../../../shared/contract/question-procedures'
import { AnswerChoice } from '../answer-choice'
import { OwnAnswer } from '../own-answer'
import { Comparison } from '../review/comparison'
import styles from './interview.module.css'

/** What was typed beside the own answer: of several the first, and a way to the others. */
export function ComparedAnswer({ item, written }: { readonly item: QuestionItem; readonly written: string }) {
  const [chosen, setChosen] = useState(0)
  const path = item.notes[chosen] ?? item.notes[0]
  if (path === undefined) {
    return (
      <>
        <OwnAnswer item={item} />
        <p className={styles.typed}>{written}</p>
      </>
    )
  }
  return (
    <>
      <AnswerChoice count={item.notes.length} chosen={chosen} onChange={setChosen} />
      <Comparison key={path} path={path} written={written} />
    </>
  )
}
