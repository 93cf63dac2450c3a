const tickMs = 20

/** How late this machine is: the most by which a timer of this process has come late since the last look. */
export class MachineLag {
  #worstMs = 0
  #lastAt = performance.now()
  readonly #timer = setInterval(() => {
    const now = performance.now()
    this.#worstMs = Math.max(this.#worstMs, now - this.#lastAt - tickMs)
    this.#lastAt = now
  }, tickMs)

  /** Milliseconds; begins anew. */
  take(): number {
    const worst = this.#worstMs
    this.#worstMs = 0
    return worst
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
