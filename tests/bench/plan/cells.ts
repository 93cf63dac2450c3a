import type { Cell } from './simulate-learner.ts'

/** 7 to 60 days, 20 to 90 minutes a day. */
export const cells: readonly Cell[] = [7, 14, 30, 60].flatMap(days =>
  [20, 45, 90].map(minutesPerDay => ({ days, minutesPerDay })),
)
