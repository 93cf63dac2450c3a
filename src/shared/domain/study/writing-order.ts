import type { QuestionStatus } from './question-status'
import type { Judgement } from './study-event'

export interface WritableQuestion {
  readonly id: string
  readonly status: QuestionStatus
  readonly ease: Judgement | null
  readonly importance: Judgement | null
}

/** What an answer of an ease is worth beside one of ordinary ease: it is written sooner and held longer. */
const worthOfEase: Readonly<Record<Judgement, number>> = { 1: 0.8, 2: 1, 3: 1.2 }
const worthOfDraft = 1.25
const ordinary: Judgement = 2

/**
 * Unanswered questions in the order in which they are best written: what matters most and comes easiest first, what is
 * begun before what is not, else in the order of the list. A question that nobody judged counts as ordinary.
 */
export function writingOrder<Q extends WritableQuestion>(questions: readonly Q[]): Q[] {
  return questions
    .filter(({ status }) => status !== 'answered')
    .map((question, index) => ({ question, index, worth: worthOf(question) }))
    .sort((a, b) => b.worth - a.worth || a.index - b.index)
    .map(({ question }) => question)
}

function worthOf({ status, ease, importance }: WritableQuestion): number {
  return (importance ?? ordinary) * worthOfEase[ease ?? ordinary] * (status === 'draft' ? worthOfDraft : 1)
}
