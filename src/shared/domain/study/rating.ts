/** Not recalled, and three ways of having recalled. */
export const ratings = [1, 2, 3, 4] as const
export type Rating = (typeof ratings)[number]
