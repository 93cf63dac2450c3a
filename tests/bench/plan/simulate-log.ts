import { dayMs } from '../../../src/shared/domain/study/study-day.ts'
import type { StudyEvent } from '../../../src/shared/domain/study/study-event.ts'
import type { Learner } from './learner.ts'
import { simulateLearner, type Cell } from './simulate-learner.ts'
import { fsrsReviews } from './strategies/fsrs.ts'

const noonMs = dayMs / 2

/** The study log of a learner who reviews what is due by FSRS .90, as the product would have written it. */
export function simulateLog(learner: Learner, cell: Cell): StudyEvent[] {
  const events: StudyEvent[] = []
  simulateLearner(learner, cell, fsrsReviews({ retention: 0.9 })(), ({ question, day, rating }) =>
    events.push({
      type: 'review',
      id: String(events.length),
      at: day * dayMs + noonMs + events.length,
      offset: 0,
      device: 'simulated',
      question: String(question),
      rating,
      mode: 'recall',
      ms: null,
    }),
  )
  return events
}
