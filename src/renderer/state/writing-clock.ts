/** A pause longer than this is not writing. */
const longestPauseMs = 60_000

/** Adds up time spent writing, from the moments at which something was written; pauses don't count. */
export class WritingClock {
  #lastAt: number | undefined
  #ms = 0

  /** Something was written at `now` (epoch milliseconds). */
  wrote(now: number): void {
    const gap = this.#lastAt === undefined ? 0 : now - this.#lastAt
    if (gap > 0 && gap <= longestPauseMs) this.#ms += gap
    this.#lastAt = now
  }

  /** Milliseconds since the last time that they were taken; they count from 0 again. */
  take(): number {
    const ms = this.#ms
    this.#ms = 0
    return ms
  }
}
