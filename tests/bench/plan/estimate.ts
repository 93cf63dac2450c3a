/** A mean, and how far the 95 % interval reaches to either side; undefined where there is too little to tell. */
export interface Estimate {
  readonly mean: number
  readonly halfWidth: number | undefined
}

/**
 * The mean of strata that all count the same – the kinds of learners, which are chosen and not drawn – with the interval from the
 * variance within them, by Student's distribution.
 *
 * @param strata one number for each learner.
 */
export function estimateOfStrata(strata: readonly (readonly number[])[]): Estimate {
  const mean = meanOf(strata.map(meanOf))
  if (strata.some(({ length }) => length < 2)) return { mean, halfWidth: undefined }
  const variance = strata.reduce((sum, stratum) => sum + varianceOf(stratum) / stratum.length, 0)
  const degrees = strata.reduce((sum, { length }) => sum + length - 1, 0)
  return { mean, halfWidth: (studentQuantile(degrees) * Math.sqrt(variance)) / strata.length }
}

export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

function varianceOf(numbers: readonly number[]): number {
  const mean = meanOf(numbers)
  return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1)
}

/** What 97.5 % stay below, by the expansion of Cornish and Fisher; within 1 % from 4 degrees of freedom on. */
function studentQuantile(degrees: number): number {
  const z = 1.959964
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
  )
}
