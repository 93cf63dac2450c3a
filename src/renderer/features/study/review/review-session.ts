import { useEffect, useRef, useState } from 'react'
import { AppError } from '../../../../shared/contract/app-error'
import type { ReviewOutcome } from '../../../../shared/contract/study-procedures'
import type { Rating } from '../../../../shared/domain/study/rating'
import type { ReviewMode } from '../../../../shared/domain/study/study-event'
import { useErrorWords } from '../../../app/error-words'
import { useBackend } from '../../../state/backend'
import { usePlacedQuestions } from '../../../state/queries'
import { showToast } from '../../../state/view'
import {
  addGrade,
  attemptOf,
  change,
  skip,
  takeBack,
  timeAt,
  type Attempt,
  type DoneReview,
  type Review,
  type ReviewStep,
} from './review'
import { changeReview } from './review-store'

export interface ReviewSession {
  /** Undefined when nothing is left. */
  readonly current: string | undefined
  readonly pending: readonly string[]
  readonly done: readonly DoneReview[]
  readonly step: ReviewStep
  readonly written: string
  readonly isHintShown: boolean
  /** Which of several answers is looked at, from 0. */
  readonly answer: number
  readonly outcomes: readonly ReviewOutcome[] | undefined
  readonly setWritten: (text: string) => void
  readonly startWriting: () => void
  readonly stopWriting: () => void
  readonly toggleHint: () => void
  readonly reveal: () => void
  readonly chooseAnswer: (answer: number) => void
  readonly grade: (rating: Rating) => Promise<void>
  readonly skip: () => void
  readonly undo: () => Promise<void>
}

/** What the user can do with the reviews at hand. */
export function useReviewSession(review: Review): ReviewSession {
  const { client } = useBackend()
  const { byId } = usePlacedQuestions()
  const once = useOnce()
  // A question can be taken out of the notebook meanwhile.
  const pending = review.pending.filter(id => byId.has(id))
  const [current] = pending
  const { step, written, isHintShown, answer } = attemptOf(review, current ?? '')
  const outcomes = useOutcomes(step === 'grade' ? current : undefined)
  const changeCurrent = (part: Partial<Attempt>): void => {
    if (current !== undefined) changeReview(before => change(before, current, part))
  }
  return {
    current,
    pending,
    done: review.done,
    step,
    written,
    isHintShown,
    answer,
    outcomes,
    setWritten: text => changeCurrent({ written: text }),
    startWriting: () => changeCurrent({ step: 'write' }),
    stopWriting: () => changeCurrent({ step: 'recall' }),
    toggleHint: () => changeCurrent({ isHintShown: !isHintShown }),
    reveal: () => changeCurrent({ step: 'grade' }),
    chooseAnswer: chosen => changeCurrent({ answer: chosen }),
    grade: rating =>
      once(async () => {
        if (current === undefined || step !== 'grade') return
        const mode: ReviewMode = written.trim() === '' ? 'recall' : 'written'
        const ms = timeAt(review, current, Date.now())
        const { event, outcome } = await client['study.review']({ id: current, rating, mode, ms })
        const isBackToday = outcome.intervalDays === 0
        changeReview(before => addGrade(before, { id: current, event, rating, ms, isBackToday }, Date.now()))
      }),
    skip: () => {
      if (current !== undefined && pending.length > 1)
        changeReview(before => skip(before, current, Date.now()))
    },
    undo: () =>
      once(async () => {
        const last = review.done.at(-1)
        if (last === undefined) return
        await client['study.undo']({ event: last.event })
        changeReview(before => takeBack(before, Date.now()))
      }),
  }
}

/** One at a time, so that a key that repeats grades nothing twice; a failure is told and changes nothing. */
function useOnce(): (work: () => Promise<void>) => Promise<void> {
  const errorWords = useErrorWords()
  const isBusy = useRef(false)
  return async work => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      await work()
    } catch (error) {
      showToast(errorWords(error instanceof AppError ? error.code : 'internal'))
    } finally {
      isBusy.current = false
    }
  }
}

/** What each grade of a question would lead to; undefined until that is known. */
function useOutcomes(id: string | undefined): readonly ReviewOutcome[] | undefined {
  const { client } = useBackend()
  const [known, setKnown] = useState<{ id: string; outcomes: readonly ReviewOutcome[] }>()
  useEffect(() => {
    if (id === undefined) return
    let isCurrent = true
    void client['study.preview']({ id }).then(
      ({ outcomes }) => isCurrent && setKnown({ id, outcomes }),
      () => undefined,
    )
    return () => {
      isCurrent = false
      setKnown(undefined)
    }
  }, [client, id])
  return known?.id === id ? known?.outcomes : undefined
}
