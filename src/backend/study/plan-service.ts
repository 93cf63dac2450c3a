import { setImmediate } from 'node:timers/promises'
import type { QueuedReview, StudyPlan } from '../../shared/contract/study-procedures'
import { fitDay } from '../../shared/domain/study/plan/fit-day'
import { MemoryModel } from '../../shared/domain/study/plan/memory-model'
import { measurePace, type Pace } from '../../shared/domain/study/plan/pace'
import {
  barOn,
  risingTarget,
  type HeldAnswer,
  type PlanMorning,
} from '../../shared/domain/study/plan/rising-target'
import { simulatePlan, type PlanOutcome, type PlanStart } from '../../shared/domain/study/plan/simulate-plan'
import { createRandom } from '../../shared/domain/study/random'
import { reviewQueue } from '../../shared/domain/study/review-queue'
import { reviewMs } from '../../shared/domain/study/review-time'
import { dayOfCalendar, studyDay } from '../../shared/domain/study/study-day'
import { writingOrder } from '../../shared/domain/study/writing-order'
import type { StudyLog } from './study-log'
import type { StudiedQuestion, StudyService } from './study-service'

const runs = 10
const minuteMs = 60_000

interface ReviewedAnswer extends HeldAnswer {
  readonly id: string
}

/** What a plan is made from. */
interface PlanBasis extends PlanMorning {
  readonly interviewOn: string
  readonly questions: readonly StudiedQuestion[]
  readonly answers: readonly ReviewedAnswer[]
  readonly model: MemoryModel
  readonly pace: Pace
}

/** The plan for the day of the interview; it is made anew whenever it is asked for. */
export class PlanService {
  readonly #log: StudyLog
  readonly #study: StudyService

  constructor(log: StudyLog, study: StudyService) {
    this.#log = log
    this.#study = study
  }

  /** Today's reviews by the rule for a date; undefined without one, or when it is past. */
  queue(): QueuedReview[] | undefined {
    const basis = this.#basis()
    if (basis === undefined) return undefined
    const { scheduler } = this.#log.state()
    const now = this.#log.now()
    const ordinary = reviewQueue(basis.questions, scheduler, now)
    const again = ordinary.filter(({ reason }) => reason === 'again')
    const taken = new Set(again.map(({ id }) => id))
    const { due } = risingTarget(basis.answers, basis, basis.model, basis.pace)
    const target = due
      .filter(({ id }) => !taken.has(id))
      .map(({ id, memory, lastDay }): QueuedReview => ({
        id,
        reason: 'target',
        retrievability: basis.model.recall(basis.day - lastDay, memory.stability),
      }))
    return [...again, ...target, ...ordinary.filter(({ reason }) => reason === 'new')]
  }

  async plan(): Promise<StudyPlan | null> {
    const basis = this.#basis()
    const reviews = this.queue()
    if (basis === undefined || reviews === undefined) return null
    const { minutesPerDay } = this.#log.state().settings
    const doneToday = this.#minutesDoneToday()
    const left = Math.max(0, minutesPerDay - doneToday)
    const writes = writingOrder(basis.questions).map(({ id }) => id)
    const today = this.#today(basis, reviews, writes, left)
    const outcomes = await simulate(startOf(basis, { minutesPerDay, minutesToday: left }), basis.model)
    const written = rangeOf(outcomes.map(outcome => outcome.written))
    const newlyWritten = Math.round(written.mean) - (basis.questions.length - writes.length)
    return {
      interviewOn: basis.interviewOn,
      daysLeft: basis.days - basis.day,
      day: basis.day + 1,
      days: basis.days,
      bar: barOn(basis),
      pace: basis.pace,
      minutes: { perDay: minutesPerDay, doneToday },
      today,
      forecast: {
        runs,
        questions: basis.questions.length,
        written,
        recalled: rangeOf(outcomes.map(outcome => outcome.recalled)),
      },
      leaveOut: writes.slice(Math.max(0, newlyWritten)),
    }
  }

  #basis(): PlanBasis | undefined {
    const state = this.#log.state()
    const { interviewOn, planStartedOn, dayStartsAt, weights } = state.settings
    if (interviewOn === null) return undefined
    const today = studyDay(this.#log.now(), dayStartsAt)
    const start = Math.min(today, planStartedOn === null ? today : dayOfCalendar(planStartedOn))
    const days = dayOfCalendar(interviewOn) - start
    const day = today - start
    if (day >= days) return undefined
    const questions = this.#study.questions()
    const answers = questions.flatMap(({ id, memory }) =>
      memory === undefined ? [] : [{ id, memory, lastDay: state.scheduler.reviewDay(memory) - start }],
    )
    return {
      interviewOn,
      day,
      days,
      unwritten: questions.filter(({ status }) => status !== 'answered').length,
      questions,
      answers,
      model: new MemoryModel(weights),
      pace: measurePace(state),
    }
  }

  /** What fits into the minutes that are left: reviews first, then writing, then reviews ahead. */
  #today(
    { pace, day, ...basis }: PlanBasis,
    queue: readonly QueuedReview[],
    writes: readonly string[],
    left: number,
  ): StudyPlan['today'] {
    const { ahead } = risingTarget(basis.answers, { day, ...basis }, basis.model, pace)
    const options = {
      reviews: queue.map(review => ({ what: review.id, minutes: reviewMinutes(review, pace) })),
      writes,
      ahead: ahead.map(({ id, memory, lastDay }) => ({
        what: id,
        minutes: reviewMinutes({ retrievability: basis.model.recall(day - lastDay, memory.stability) }, pace),
      })),
    }
    return fitDay(options, left, day, pace)
  }

  #minutesDoneToday(): number {
    const { reviews, writing, settings } = this.#log.state()
    const today = studyDay(this.#log.now(), settings.dayStartsAt)
    const done = [...reviews.map(({ event }) => ({ ...event, ms: reviewMs(event) })), ...writing]
      .filter(event => studyDay(event, settings.dayStartsAt) === today)
      .reduce((sum, { ms }) => sum + ms, 0)
    return done / minuteMs
  }
}

function reviewMinutes(
  { retrievability }: Pick<QueuedReview, 'retrievability'>,
  { review, lapse }: Pace,
): number {
  const recall = retrievability ?? 1
  return recall * review + (1 - recall) * lapse
}

/** What the simulation begins with. An answer that was never tried counts as written today. */
function startOf(
  { day, days, unwritten, questions, answers, model, pace }: PlanBasis,
  minutes: Pick<PlanStart, 'minutesPerDay' | 'minutesToday'>,
): PlanStart {
  const isHeld = ({ status }: StudiedQuestion): boolean => status === 'answered'
  const answered = new Set(questions.filter(isHeld).map(({ id }) => id))
  const untried = questions.filter(question => isHeld(question) && question.memory === undefined)
  return {
    day,
    days,
    unwritten,
    pace,
    answers: [
      ...answers.filter(({ id }) => answered.has(id)),
      ...untried.map(() => ({ memory: model.first(3), lastDay: day })),
    ],
    ...minutes,
  }
}

/** Carries the plan out several times, by seeds that are the same all day. */
async function simulate(start: PlanStart, model: MemoryModel): Promise<PlanOutcome[]> {
  const outcomes: PlanOutcome[] = []
  for (let run = 0; run < runs; run += 1) {
    const days = simulatePlan(start, model, createRandom(run * 7919 + start.day))
    let step = days.next()
    while (step.done !== true) {
      await setImmediate()
      step = days.next()
    }
    outcomes.push(step.value)
  }
  return outcomes
}

function rangeOf(numbers: readonly number[]): { mean: number; low: number; high: number } {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  return { mean, low: Math.min(...numbers), high: Math.max(...numbers) }
}
