import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Review } from './review'

interface ReviewState {
  readonly review: Review | undefined
}

/** The reviews at hand. They are kept in this browser or app, so that going elsewhere or a crash loses nothing that was written. */
export const useReview = create<ReviewState>()(
  persist((): ReviewState => ({ review: undefined }), { name: 'answerbook.review', version: 1 }),
)

/** Replaces the reviews by what `step` makes of them. */
export function changeReview(step: (review: Review) => Review): void {
  const { review } = useReview.getState()
  if (review !== undefined) useReview.setState({ review: step(review) })
}
