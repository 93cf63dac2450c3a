/** Times in milliseconds: the median, and what 95 of 100 stay below. */
export interface Percentiles {
  readonly p50: number
  readonly p95: number
}

/** @throws RangeError where there is nothing to sum up. */
export function percentilesOf(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    const time = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
    if (time === undefined) throw new RangeError('no times')
    return Math.round(time * 1000) / 1000
  }
  return { p50: at(0.5), p95: at(0.95) }
}
