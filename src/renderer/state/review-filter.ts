import { create } from 'zustand'
import { everyQuestion, type QuestionFilter } from '../../shared/domain/study/question-filter'

/** Which answers are to be reviewed; another filter begins another round. */
export const useReviewFilter = create<{ readonly filter: QuestionFilter }>(() => ({ filter: everyQuestion }))

export function setReviewFilter(filter: QuestionFilter): void {
  useReviewFilter.setState({ filter })
}
