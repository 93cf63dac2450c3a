import { create } from 'zustand'
import type { QuestionFilter } from '../../shared/domain/study/question-filter'

/** Which answers are to be reviewed; undefined until that was chosen. Another filter begins another round. */
export const useReviewFilter = create<{ readonly filter: QuestionFilter | undefined }>(() => ({
  filter: undefined,
}))

export function setReviewFilter(filter: QuestionFilter): void {
  useReviewFilter.setState({ filter })
}
