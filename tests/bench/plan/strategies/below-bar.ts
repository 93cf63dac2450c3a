import { gainPerMinute } from '../../../../src/shared/domain/study/plan/rising-target.ts'
import { pace, type Morning, type SimulatedAnswer } from '../strategy.ts'

/** Answers whose recall is below the bar, by the interval that FSRS gives for it, the worst first. */
export function belowBar({ answers, day, model }: Morning, bar: number): SimulatedAnswer[] {
  return answers
    .filter(({ memory, lastDay }) => day - lastDay >= model.interval(memory.stability, bar))
    .map(answer => ({ answer, recall: model.recall(day - answer.lastDay, answer.memory.stability) }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ answer }) => answer)
}

/** Answers that were not reviewed today, by what a review adds for each minute to the recall expected on the date. */
export function byGain(morning: Morning): SimulatedAnswer[] {
  return morning.answers
    .filter(({ lastDay }) => lastDay < morning.day)
    .map(answer => ({ answer, gain: gainPerMinute(answer, morning, morning.model, pace) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .map(({ answer }) => answer)
}
