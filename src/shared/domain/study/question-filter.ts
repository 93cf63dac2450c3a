import type { QuestionStatus } from './question-status'
import type { Confidence } from './study-event'

/** Which questions to show or to study; what is null or false narrows nothing. */
export interface QuestionFilter {
  readonly status: QuestionStatus | null
  readonly confidence: ConfidenceRange | null
  readonly isDue: boolean
  readonly isStarred: boolean
  readonly tag: string | null
  readonly section: SectionRef | null
}

/** `low` is 1 or 2, `middling` 3, `high` 4 or 5; `unset` is what the user said nothing of. */
export const confidenceRanges = ['low', 'middling', 'high', 'unset'] as const
export type ConfidenceRange = (typeof confidenceRanges)[number]

export interface SectionRef {
  readonly listId: string
  /** From 1. */
  readonly number: number
}

export interface FilterableQuestion {
  readonly listId: string
  readonly sectionNumber: number
  readonly status: QuestionStatus
  readonly confidence: Confidence | null
  readonly isDue: boolean
  readonly isStarred: boolean
  readonly tags: readonly string[]
}

export const everyQuestion: QuestionFilter = {
  status: null,
  confidence: null,
  isDue: false,
  isStarred: false,
  tag: null,
  section: null,
}

/** Whether a question passes every part of the filter. */
export function passesFilter(question: FilterableQuestion, filter: QuestionFilter): boolean {
  const { status, confidence, isDue, isStarred, tag, section } = filter
  return (
    (status === null || question.status === status) &&
    (confidence === null || rangeOf(question.confidence) === confidence) &&
    (!isDue || question.isDue) &&
    (!isStarred || question.isStarred) &&
    (tag === null || question.tags.includes(tag)) &&
    (section === null || (question.listId === section.listId && question.sectionNumber === section.number))
  )
}

export function narrowsNothing(filter: QuestionFilter): boolean {
  return isSameFilter(filter, everyQuestion)
}

export function isSameFilter(a: QuestionFilter, b: QuestionFilter): boolean {
  return (
    a.status === b.status &&
    a.confidence === b.confidence &&
    a.isDue === b.isDue &&
    a.isStarred === b.isStarred &&
    a.tag === b.tag &&
    a.section?.listId === b.section?.listId &&
    a.section?.number === b.section?.number
  )
}

function rangeOf(confidence: Confidence | null): ConfidenceRange {
  if (confidence === null) return 'unset'
  if (confidence === 3) return 'middling'
  return confidence < 3 ? 'low' : 'high'
}
