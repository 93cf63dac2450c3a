import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What a thread's event loop was kept from going on by. */
export interface LongestTurn {
  /** The longest time that it stood still, waiting for a processor included. */
  readonly delayMs: number
  /** The most processor time that the thread used between two looks, a millisecond apart or more: no turn took more. */
  readonly workMs: number
}

const sampleMs = 1

/** Watches the event loop of the thread that makes it. On a busy machine only `workMs` tells what the thread did itself. */
export class TurnWatch {
  // A new histogram for each watch: one that was stopped counts the time until it goes on.
  readonly #delays = monitorEventLoopDelay({ resolution: sampleMs })
  readonly #timer = setInterval(() => this.#look(), sampleMs)
  #usedMs = threadMs()
  #workMs = 0

  constructor() {
    this.#delays.enable()
  }

  stop(): LongestTurn {
    this.#look()
    clearInterval(this.#timer)
    this.#delays.disable()
    return { delayMs: Math.max(0, this.#delays.max / 1e6 - sampleMs), workMs: this.#workMs }
  }

  #look(): void {
    const usedMs = threadMs()
    this.#workMs = Math.max(this.#workMs, usedMs - this.#usedMs)
    this.#usedMs = usedMs
  }
}

/** The longest of two watches. */
export function longestOf(a: LongestTurn, b: LongestTurn): LongestTurn {
  return { delayMs: Math.max(a.delayMs, b.delayMs), workMs: Math.max(a.workMs, b.workMs) }
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
