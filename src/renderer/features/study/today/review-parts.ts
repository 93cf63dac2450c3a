import type { ReviewReason, TodayView } from '../../../../shared/contract/study-procedures'

type PartKind = 'again' | 'due' | 'target' | 'new'

/**
 * What today's reviews are made up of, and how many answers are due and not among them: those are marked as due wherever questions
 * are listed, so that the numbers must add up.
 *
 * @param due ids of the questions that are due.
 */
export function reviewParts(
  { reviews, isForDate }: Pick<TodayView, 'reviews' | 'isForDate'>,
  due: readonly string[],
): {
  readonly parts: readonly { readonly kind: PartKind; readonly count: number }[]
  readonly dueElsewhere: number
} {
  const kinds = reviews.map(({ reason }) => partOf(reason, isForDate))
  const parts = (['again', 'due', 'target', 'new'] as const)
    .map(kind => ({ kind, count: kinds.filter(each => each === kind).length }))
    .filter(({ count }) => count > 0)
  const queued = new Set(reviews.map(({ id }) => id))
  return { parts, dueElsewhere: isForDate ? due.filter(id => !queued.has(id)).length : 0 }
}

/** By the usual schedule, what comes back on the same day is due as well; for a date, nothing else is. */
function partOf(reason: ReviewReason, isForDate: boolean): PartKind {
  if (reason === 'ahead') return 'target'
  return reason === 'again' && !isForDate ? 'due' : reason
}
