import { reviewing, writing, type CreateStrategy } from '../strategy.ts'
import { belowBar, byGain } from './below-bar.ts'

export interface FsrsOptions {
  readonly retention: number
  /** Whether new answers come before what is due. */
  readonly isNewFirst?: boolean
  /** Whether minutes that are left are for reviews ahead of time. */
  readonly isAhead?: boolean
}

/** Reviews what is due by FSRS, and writes in the order of the list. */
export function fsrsReviews({ retention, isNewFirst = false, isAhead = false }: FsrsOptions): CreateStrategy {
  return () => ({
    planDay: morning => {
      const due = reviewing(belowBar(morning, retention))
      const written = writing(morning.unwritten)
      const rest = isAhead ? reviewing(byGain(morning)) : []
      return isNewFirst ? [...written, ...due, ...rest] : [...due, ...written, ...rest]
    },
  })
}
