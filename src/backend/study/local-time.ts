import type { LocalTime } from '../../shared/domain/study/study-day'

/** A time (epoch milliseconds) with what this machine's clock is ahead of UTC then. */
export function localTime(at: number): LocalTime {
  return { at, offset: -new Date(at).getTimezoneOffset() }
}
