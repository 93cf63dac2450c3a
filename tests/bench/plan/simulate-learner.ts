import { MemoryModel } from '../../../src/shared/domain/study/plan/memory-model.ts'
import type { Rating } from '../../../src/shared/domain/study/rating.ts'
import { questionCount, type Learner } from './learner.ts'
import { pace, type Activity, type SimulatedAnswer, type Strategy } from './strategy.ts'
import { createTrueMemory } from './true-memory.ts'

/** So many days of study, so many minutes on each; the interview is on the day after. */
export interface Cell {
  readonly days: number
  readonly minutesPerDay: number
}

export interface Outcome {
  /** Expected recall over all questions on the day; what is not written counts as 0. */
  readonly recall: number
  /** The share of all questions that are recalled with a probability of .8 or more. */
  readonly firm: number
  readonly written: number
  readonly reviews: number
  /** Of all minutes that there were. */
  readonly minutesUsed: number
}

type Changeable = { -readonly [K in keyof SimulatedAnswer]: SimulatedAnswer[K] }

const model = new MemoryModel(null)

/** A grade that a learner gave, also the first one, right after writing. */
export interface SimulatedReview {
  readonly question: number
  readonly day: number
  readonly rating: Rating
}

/** One learner carries a strategy out until the day of the interview. @param onReview hears of every grade. */
export function simulateLearner(
  learner: Learner,
  cell: Cell,
  strategy: Strategy,
  onReview: (review: SimulatedReview) => void = () => undefined,
): Outcome {
  const course = new Course(learner, onReview)
  for (let day = 0; day < cell.days; day += 1) {
    const morning = {
      day,
      ...cell,
      model,
      learner,
      answers: [...course.answers],
      unwritten: [...course.unwritten],
    }
    course.spendDay(day, cell.minutesPerDay, strategy.planDay(morning), strategy.isFixed ?? false)
  }
  return course.outcome(cell)
}

class Course {
  readonly answers: Changeable[] = []
  readonly unwritten = new Set(Array.from({ length: questionCount }, (_, at) => at))
  readonly #learner: Learner
  readonly #onReview: (review: SimulatedReview) => void
  #minutes = 0
  #minutesUsed = 0
  #reviews = 0

  constructor(learner: Learner, onReview: (review: SimulatedReview) => void) {
    this.#learner = learner
    this.#onReview = onReview
  }

  /** Minutes that are too few for the next thing are kept for the next day; those that nothing is left for are lost. */
  spendDay(day: number, minutes: number, activities: readonly Activity[], isFixed: boolean): void {
    this.#minutes += minutes
    let isFull = false
    for (const activity of activities) {
      if ('write' in activity ? !this.unwritten.has(activity.write) : activity.review.lastDay === day)
        continue
      isFull = !isFixed && this.#minutes < ('write' in activity ? pace.write : pace.review)
      if (isFull) break
      const used = 'write' in activity ? this.#write(activity.write, day) : this.#review(activity.review, day)
      this.#minutes -= used
      this.#minutesUsed += used
    }
    if (!isFull) this.#minutes = isFixed ? 0 : Math.min(this.#minutes, 0)
  }

  outcome({ days, minutesPerDay }: Cell): Outcome {
    const recalls = this.answers.map(({ trueMemory }) => trueMemory.recall(days))
    return {
      recall: recalls.reduce((sum, recall) => sum + recall, 0) / questionCount,
      firm: recalls.filter(recall => recall >= 0.8).length / questionCount,
      written: this.answers.length,
      reviews: this.#reviews,
      minutesUsed: this.#minutesUsed / (days * minutesPerDay),
    }
  }

  #write(question: number, day: number): number {
    const known = this.#learner.questions[question]!
    this.unwritten.delete(question)
    this.answers.push({
      question,
      lastDay: day,
      memory: model.first(known.firstRating),
      trueMemory: createTrueMemory(this.#learner, known, day),
    })
    this.#onReview({ question, day, rating: known.firstRating })
    return pace.write
  }

  #review(answer: Changeable, day: number): number {
    const isRecalled = this.#learner.random() < answer.trueMemory.recall(day)
    const rating = isRecalled ? this.#ratingOfPass(answer.question) : 1
    answer.trueMemory.review(day, rating)
    answer.memory = model.next(answer.memory, day - answer.lastDay, rating)
    answer.lastDay = day
    this.#onReview({ question: answer.question, day, rating })
    this.#reviews += 1
    return isRecalled ? pace.review : pace.lapse
  }

  /** About 15 % hard and 13 % easy, by how easy the question is. */
  #ratingOfPass(question: number): Rating {
    const chance = this.#learner.random()
    const tilt = 0.06 * this.#learner.questions[question]!.ease
    if (chance < 0.15 - tilt) return 2
    return chance > 0.87 - tilt ? 4 : 3
  }
}
