import { useEffect, useState } from 'react'
import type { ReviewMode, Rating } from '../../../shared/domain/study/study-event'
import type { ReviewOutcome } from '../../../shared/contract/study-procedures'
import { useBackend } from '../../state/backend'

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
  readonly outcomes: readonly ReviewOutcome[] | undefined
  readonly setWritten: (text: string) => void
  readonly startWriting: () => void
  readonly reveal: () => void
  readonly grade: (rating: Rating) => Promise<void>
  readonly skip: () => void
  readonly undo: () => Promise<void>
}

/**
 * Goes through `queue`, ids of questions in order. The queue is taken as it is when the session starts; what comes
 * back on the same day (`again`) is put at the end.
 */
export function useReviewSession(queue: readonly string[]): ReviewSession {
  const { client } = useBackend()
  const [pending, setPending] = useState<readonly string[]>(queue)
  const [done, setDone] = useState<readonly DoneReview[]>([])
  const [step, setStep] = useState<ReviewStep>('recall')
  const [written, setWritten] = useState('')
  const [startedAt, setStartedAt] = useState(() => Date.now())
  const [outcomes, setOutcomes] = useState<readonly ReviewOutcome[]>()
  const [current] = pending
  useEffect(() => {
    if (step !== 'grade' || current === undefined) return
    let isCurrent = true
    void client['study.preview']({ id: current }).then(preview => isCurrent && setOutcomes(preview.outcomes))
    return () => {
      isCurrent = false
    }
  }, [client, current, step])
  const moveTo = (next: readonly string[]): void => {
    setPending(next)
    setStep('recall')
    setWritten('')
    setOutcomes(undefined)
    setStartedAt(Date.now())
  }
  return {
    current,
    left: pending.length,
    done,
    step,
    written,
    outcomes,
    setWritten,
    startWriting: () => setStep('write'),
    reveal: () => setStep('grade'),
    grade: async rating => {
      if (current === undefined || step !== 'grade') return
      const mode: ReviewMode = written.trim() === '' ? 'recall' : 'written'
      const ms = Date.now() - startedAt
      const { event, outcome } = await client['study.review']({ id: current, rating, mode, ms })
      setDone([...done, { id: current, event }])
      const rest = pending.slice(1)
      moveTo(outcome.intervalDays === 0 ? [...rest, current] : rest)
    },
    skip: () => moveTo([...pending.slice(1), ...pending.slice(0, 1)]),
    undo: async () => {
      const last = done.at(-1)
      if (last === undefined) return
      await client['study.undo']({ event: last.event })
      setDone(done.slice(0, -1))
      moveTo([last.id, ...pending.filter(id => id !== last.id)])
    },
  }
}
