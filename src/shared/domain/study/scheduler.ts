import { createEmptyCard, fsrs, State, type Card, type FSRS } from 'ts-fsrs'
import { dayMs, studyDay, toStudyTime, type LocalTime } from './study-day'
import { ratings, type Rating } from './rating'
import { type StudySettings } from './study-event'

/** What is known of how well an answer is remembered. */
export interface Memory {
  /** Days until recall has fallen to 90 %. */
  readonly stability: number
  /** 1 to 10. */
  readonly difficulty: number
  /** Epoch milliseconds. */
  readonly dueAt: number
  /** Days from the last review to the next; 0 when it comes back on the same day. */
  readonly intervalDays: number
  readonly lastReviewAt: number
  readonly reps: number
  readonly lapses: number
  /** As ts-fsrs has it, on the clock of `toStudyTime`. */
  readonly card: Card
}

/** Schedules reviews with FSRS (ts-fsrs) as the settings say; days are days of study. */
export class Scheduler {
  readonly #settings: SchedulerSettings
  readonly #fsrs: FSRS

  constructor(settings: SchedulerSettings) {
    this.#settings = settings
    this.#fsrs = fsrs({
      request_retention: settings.retention,
      enable_short_term: settings.hasSameDaySteps,
      enable_fuzz: false,
      ...(settings.weights === null ? {} : { w: settings.weights }),
    })
  }

  /** The memory after a review; the first one has no memory before it. */
  next(memory: Memory | undefined, time: LocalTime, rating: Rating): Memory {
    const at = new Date(toStudyTime(time, this.#settings.dayStartsAt))
    const { card } = this.#fsrs.next(memory?.card ?? createEmptyCard(at), at, rating)
    return {
      stability: card.stability,
      difficulty: card.difficulty,
      dueAt: card.due.getTime() - at.getTime() + time.at,
      intervalDays: card.scheduled_days,
      lastReviewAt: time.at,
      reps: card.reps,
      lapses: card.lapses,
      card,
    }
  }

  /** What each rating would lead to now. */
  preview(memory: Memory | undefined, now: LocalTime): Record<Rating, Memory> {
    return Object.fromEntries(ratings.map(rating => [rating, this.next(memory, now, rating)])) as Record<
      Rating,
      Memory
    >
  }

  /** How likely it is that the answer is recalled at a time, 0 to 1. */
  retrievability(memory: Memory, time: LocalTime): number {
    const at = toStudyTime(time, this.#settings.dayStartsAt)
    const days = Math.max(
      0,
      Math.floor(at / dayMs) - Math.floor((memory.card.last_review?.getTime() ?? at) / dayMs),
    )
    return this.#fsrs.forgetting_curve(days, memory.stability)
  }

  /** Whether it is to be reviewed: what is due at any hour of a day is due all day, same-day steps to the minute. */
  isDue(memory: Memory, now: LocalTime): boolean {
    const { dayStartsAt } = this.#settings
    return memory.intervalDays === 0
      ? memory.dueAt <= now.at
      : Math.floor(memory.card.due.getTime() / dayMs) <= studyDay(now, dayStartsAt)
  }

  /** The day of study of its last review. */
  reviewDay(memory: Memory): number {
    const { dayStartsAt } = this.#settings
    return Math.floor(
      (memory.card.last_review?.getTime() ??
        toStudyTime({ at: memory.lastReviewAt, offset: 0 }, dayStartsAt)) / dayMs,
    )
  }

  /** The day of study on which it is due. */
  dueDay(memory: Memory): number {
    return Math.floor(memory.card.due.getTime() / dayMs)
  }
}

export type SchedulerSettings = Pick<
  StudySettings,
  'retention' | 'hasSameDaySteps' | 'dayStartsAt' | 'weights'
>

/** Whether the last review was a lapse that is being learned again. */
export function isRelearning(memory: Memory): boolean {
  return memory.card.state === State.Relearning || memory.card.state === State.Learning
}
