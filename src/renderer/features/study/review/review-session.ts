import { useEffect, useRef, useState } from 'react'
import type { Rating } from '../../../../shared/domain/study/rating'
import type { ReviewMode } from '../../../../shared/domain/study/study-event'
import type { ReviewOutcome } from '../../../../shared/contract/study-procedures'
import { useErrorWords } from '../../../app/error-words'
import { AppError } from '../../../../shared/contract/app-error'
import { useBackend } from '../../../state/backend'
import { showToast } from '../../../state/view'

/** How far the question at hand is: to be recalled, being written from memory, or with its answer to be graded. */
export type ReviewStep = 'recall' | 'write' | 'grade'

interface DoneReview {
  readonly id: string
  readonly event: string
}

export interface ReviewSession {
  /** Undefined when nothing is left. */
  readonly current: string | undefined
  readonly left: number
  readonly done: readonly DoneReview[]
  readonly step: ReviewStep
  readonly written: string
  readonly isHintShown: boolean
  readonly outcomes: readonly ReviewOutcome[] | undefined
  readonly setWritten: (text: string) => void
  readonly startWriting: () => void
  readonly stopWriting: () => void
  readonly toggleHint: () => void
  readonly reveal: () => void
  readonly grade: (rating: Rating) => Promise<void>
  readonly skip: () => void
  readonly undo: () => Promise<void>
}

/** The question at hand, as far as it is. */
interface Attempt {
  readonly step: ReviewStep
  readonly written: string
  readonly isHintShown: boolean
  readonly startedAt: number
}

const newAttempt = (): Attempt => ({ step: 'recall', written: '', isHintShown: false, startedAt: Date.now() })

/**
 * Goes through `queue`, ids of questions in order. The queue is taken as it is when the session starts; what comes
 * back on the same day (`again`) is put at the end.
 */
export function useReviewSession(queue: readonly string[]): ReviewSession {
  const { client } = useBackend()
  const errorWords = useErrorWords()
  const [pending, setPending] = useState<readonly string[]>(queue)
  const [done, setDone] = useState<readonly DoneReview[]>([])
  const [attempt, setAttempt] = useState(newAttempt)
  const isBusy = useRef(false)
  const [current] = pending
  const { step, written } = attempt
  const outcomes = useOutcomes(step === 'grade' ? current : undefined)
  const change = (part: Partial<Attempt>): void => setAttempt(before => ({ ...before, ...part }))
  const moveTo = (next: readonly string[]): void => {
    setPending(next)
    setAttempt(newAttempt())
  }
  /** One at a time, so that a key that repeats grades nothing twice; a failure is told and changes nothing. */
  const once = async (work: () => Promise<void>): Promise<void> => {
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
  return {
    current,
    left: pending.length,
    done,
    step,
    written,
    isHintShown: attempt.isHintShown,
    outcomes,
    setWritten: text => change({ written: text }),
    startWriting: () => change({ step: 'write' }),
    stopWriting: () => change({ step: 'recall' }),
    toggleHint: () => change({ isHintShown: !attempt.isHintShown }),
    reveal: () => change({ step: 'grade' }),
    grade: rating =>
      once(async () => {
        if (current === undefined || step !== 'grade') return
        const mode: ReviewMode = written.trim() === '' ? 'recall' : 'written'
        const ms = Date.now() - attempt.startedAt
        const { event, outcome } = await client['study.review']({ id: current, rating, mode, ms })
        setDone([...done, { id: current, event }])
        const rest = pending.slice(1)
        moveTo(outcome.intervalDays === 0 ? [...rest, current] : rest)
      }),
    skip: () => moveTo([...pending.slice(1), ...pending.slice(0, 1)]),
    undo: () =>
      once(async () => {
        const last = done.at(-1)
        if (last === undefined) return
        await client['study.undo']({ event: last.event })
        setDone(done.slice(0, -1))
        moveTo([last.id, ...pending.filter(id => id !== last.id)])
      }),
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
