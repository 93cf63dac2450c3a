import { pace, reviewMinutes, type Activity, type CreateStrategy, type Morning } from '../strategy.ts'
import { createTrueMemory } from '../true-memory.ts'

/**
 * Knows the true memory and does first what adds most for each minute, also by which question it writes. A review that would
 * add much more on a later day comes last.
 */
export const clairvoyantChoice: CreateStrategy = () => ({
  planDay: morning => byTrueGain([...trueReviews(morning), ...trueWrites(morning, morning.unwritten)]),
})

/**
 * The same without the choice of what to write: of the next questions of the list, as many as two days have room for, it knows
 * what each adds, and writes them in the order of the list.
 */
export const clairvoyantInListOrder: CreateStrategy = () => ({
  planDay: morning => {
    const near = morning.unwritten.slice(0, Math.ceil((2 * morning.minutesPerDay) / pace.write) + 2)
    let next = 0
    return byTrueGain([...trueReviews(morning), ...trueWrites(morning, near)]).map(activity =>
      'write' in activity ? { write: near[next++]! } : activity,
    )
  },
})

/** A review is put off when it adds less than this share of what it would add on its best day. */
const shareOfBest = 0.7
/** Later than anything that is not put off. */
const putOff = -1000

interface Rated {
  readonly activity: Activity
  /** Recall that is gained on the date for each minute. */
  readonly gain: number
}

function byTrueGain(rated: readonly Rated[]): Activity[] {
  return [...rated].sort((a, b) => b.gain - a.gain).map(({ activity }) => activity)
}

function trueReviews({ answers, day, days }: Morning): Rated[] {
  const laterDays = someDaysBetween(day, days)
  return answers.flatMap(review => {
    const { trueMemory } = review
    const without = trueMemory.recall(days)
    const gain = trueMemory.recallAfterReview(day, days) - without
    if (gain <= 0) return []
    const best = Math.max(...laterDays.map(later => trueMemory.recallAfterReview(later, days) - without))
    const perMinute = gain / reviewMinutes(trueMemory.recall(day))
    return [{ activity: { review }, gain: gain < shareOfBest * best ? perMinute + putOff : perMinute }]
  })
}

/** Up to eight days after this one, and the last. */
function someDaysBetween(day: number, days: number): number[] {
  const step = Math.max(1, Math.ceil((days - day) / 8))
  const between: number[] = []
  for (let later = day + 1; later < days; later += step) between.push(later)
  if (days - 1 > day && between.at(-1) !== days - 1) between.push(days - 1)
  return between
}

function trueWrites({ learner, day, days }: Morning, questions: readonly number[]): Rated[] {
  return questions.map(question => {
    const memory = createTrueMemory(learner, learner.questions[question]!, day)
    return { activity: { write: question }, gain: memory.recall(days) / pace.write }
  })
}
