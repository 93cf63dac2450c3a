import { AppError } from '../../shared/contract/app-error'
import type {
  KeptInterview,
  QueuedReview,
  ReviewOutcome,
  TodayView,
} from '../../shared/contract/study-procedures'
import { drawInterview } from '../../shared/domain/study/draw-interview'
import { reviewQueue } from '../../shared/domain/study/review-queue'
import { reviewMs } from '../../shared/domain/study/review-time'
import type { Memory } from '../../shared/domain/study/scheduler'
import { calendarOfDay, dayMs, nextStudyDayStart, studyDay } from '../../shared/domain/study/study-day'
import { ratings, type Rating } from '../../shared/domain/study/rating'
import { type InterviewEntry, type ReviewMode } from '../../shared/domain/study/study-event'
import { writingOrder } from '../../shared/domain/study/writing-order'
import type { NotebookService } from '../notebook/notebook-service'
import type { BackendPorts } from '../ports'
import { storeQuestionId } from '../questions/store-question-id'
import type { NewStudyEvent, StudyLog } from './study-log'
import type { PlanService } from './plan-service'
import type { StudyService } from './study-service'

export interface StudyParts {
  readonly log: StudyLog
  readonly study: StudyService
  readonly plans: PlanService
}

/** Reviews, and what there is to do today. */
export class ReviewService {
  readonly #notebooks: NotebookService
  readonly #log: StudyLog
  readonly #study: StudyService
  readonly #plans: PlanService
  readonly #ports: BackendPorts

  constructor(notebooks: NotebookService, { log, study, plans }: StudyParts, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#log = log
    this.#study = study
    this.#plans = plans
    this.#ports = ports
  }

  today(): TodayView {
    const state = this.#log.state()
    const now = this.#log.now()
    const questions = this.#study.questions()
    const planned = this.#plans.queue()
    const day = studyDay(now, state.settings.dayStartsAt)
    const isToday = (event: { at: number; offset: number }): boolean =>
      studyDay(event, state.settings.dayStartsAt) === day
    const reviewsDone = state.reviews.map(({ event }) => event).filter(isToday)
    return {
      day: calendarOfDay(day),
      reviews: planned ?? reviewQueue(questions, state.scheduler, now),
      isForDate: planned !== undefined,
      writes: writingOrder(questions).map(({ id }) => id),
      nextDueAt: this.#nextDueAt(questions),
      nextDayAt: nextStudyDayStart(now, state.settings.dayStartsAt),
      done: {
        reviews: reviewsDone.length,
        reviewMs: sum(reviewsDone.map(reviewMs)),
        writingMs: sum(state.writing.filter(isToday).map(({ ms }) => ms)),
      },
    }
  }

  /** What can be reviewed ahead of time, the most likely forgotten first; what was reviewed today is still known. */
  ahead(): QueuedReview[] {
    const { scheduler, settings } = this.#log.state()
    const now = this.#log.now()
    const today = studyDay(now, settings.dayStartsAt)
    const questions = this.#study.questions()
    const queue = this.#plans.queue() ?? reviewQueue(questions, scheduler, now)
    const queued = new Set(queue.map(({ id }) => id))
    return questions
      .flatMap(({ id, memory }) => {
        if (memory === undefined || queued.has(id) || scheduler.reviewDay(memory) >= today) return []
        return [{ id, reason: 'ahead' as const, retrievability: scheduler.retrievability(memory, now) }]
      })
      .sort((a, b) => a.retrievability - b.retrievability)
  }

  /** What each rating of a question would lead to now. */
  preview(id: string): ReviewOutcome[] {
    this.#notebooks.notebook.question(id)
    const { scheduler } = this.#log.state()
    const outcomes = scheduler.preview(this.#log.question(id).memory, this.#log.now())
    return ratings.map(rating => outcomeOf(rating, outcomes[rating]))
  }

  async review(
    review: { id: string; rating: Rating; mode: ReviewMode; ms: number | null },
    clientId: string | null,
  ): Promise<{ event: string; outcome: ReviewOutcome }> {
    const { id: question, ...rest } = review
    await storeQuestionId(this.#notebooks, question)
    const [event] = await this.#log.append([{ type: 'review', question, ...rest }], clientId)
    const { memory } = this.#log.question(question)
    if (event === undefined || memory === undefined) throw new Error('a review has no outcome')
    return { event: event.id, outcome: outcomeOf(review.rating, memory) }
  }

  /** Takes a review back, or a session with all of its reviews; what is taken back stays in the log. */
  async undo(eventId: string, clientId: string | null): Promise<void> {
    const events = this.#notebooks.notebook.studyEvents.filter(
      event => event.id === eventId || (event.type === 'review' && event.session === eventId),
    )
    const isUndoable = events.some(({ type }) => type === 'review' || type === 'session')
    if (!isUndoable) throw new AppError('study/nothing-to-undo', { event: eventId })
    await this.#log.append(
      events.map(({ id }) => ({ type: 'undo' as const, event: id })),
      clientId,
    )
  }

  drawInterview(options: { count: number; from: readonly string[] | null; seed: number | null }): {
    seed: number
    questions: string[]
  } {
    const { scheduler } = this.#log.state()
    const now = this.#log.now()
    const from = options.from === null ? undefined : new Set(options.from)
    const seed = options.seed ?? this.#ports.now() % 2_147_483_647
    const candidates = this.#study
      .questions()
      .filter(({ id }) => from?.has(id) ?? true)
      .map(({ memory, ...question }) => ({
        ...question,
        retrievability: memory === undefined ? null : scheduler.retrievability(memory, now),
      }))
    return { seed, questions: drawInterview(candidates, options.count, seed) }
  }

  /** The mock interviews in the log, the latest first. */
  interviews(): KeptInterview[] {
    return this.#log
      .state()
      .sessions.map(({ id, startedAt, seed, entries }) => ({ event: id, startedAt, seed, entries }))
      .sort((a, b) => b.startedAt - a.startedAt)
  }

  /** Keeps a mock interview in the log, with a review for each question that was rated. */
  async finishInterview(
    session: { startedAt: number; seed: number; entries: InterviewEntry[] },
    clientId: string | null,
  ): Promise<{ event: string }> {
    for (const { question } of session.entries) await storeQuestionId(this.#notebooks, question)
    const id = this.#ports.newId()
    const reviews = session.entries.flatMap(({ question, rating, ms }): NewStudyEvent[] =>
      rating === null ? [] : [{ type: 'review', question, rating, mode: 'interview', ms, session: id }],
    )
    await this.#log.append([{ id, type: 'session', kind: 'interview', ...session }, ...reviews], clientId)
    return { event: id }
  }

  /** When the next answer comes back: on the minute for same-day steps, else when its day begins. */
  #nextDueAt(questions: readonly { memory: Memory | undefined }[]): number | null {
    const { scheduler, settings } = this.#log.state()
    const now = this.#log.now()
    const tomorrow = nextStudyDayStart(now, settings.dayStartsAt)
    const today = studyDay(now, settings.dayStartsAt)
    const times = questions.flatMap(({ memory }) => {
      if (memory === undefined) return []
      if (memory.intervalDays === 0) return [memory.dueAt]
      return [tomorrow + (scheduler.dueDay(memory) - today - 1) * dayMs]
    })
    const coming = times.filter(at => at > now.at)
    return coming.length === 0 ? null : Math.min(...coming)
  }
}

function outcomeOf(rating: Rating, { dueAt, intervalDays }: Memory): ReviewOutcome {
  return { rating, dueAt, intervalDays }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
