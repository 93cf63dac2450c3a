import type { SearchWorkerPort } from '../ports'
import type { SearchDocument } from './search-protocol'
import type { MovedSegment } from './segments/moved-segment'

export interface FillHelperEvents {
  /** It took so many documents in. */
  readonly onGathered: (count: number) => void
  /** For the first worker to adopt. */
  readonly onSegments: (segments: readonly MovedSegment[], count: number) => void
  readonly onFailure: (error: unknown) => void
}

/**
 * A second worker, which makes segments of a part of the documents while an index is filled, for the first one to adopt: two
 * cores are at work then. It ends with the fill.
 */
export class FillHelper {
  readonly #worker: SearchWorkerPort
  #held: string[] = []
  /** What it was asked to hand over and did not yet, the earliest first. */
  readonly #asked: string[][] = []
  #unanswered = 0
  #hasFailed = false
  #onEmpty: () => void = () => undefined

  constructor(worker: SearchWorkerPort, { onGathered, onSegments, onFailure }: FillHelperEvents) {
    this.#worker = worker
    worker.onReply(reply => {
      if (reply.type === 'gathered') {
        this.#unanswered -= 1
        onGathered(reply.count)
      }
      if (reply.type === 'handedOver') {
        onSegments(reply.segments, this.#asked.shift()?.length ?? 0)
        if (this.#asked.length === 0) this.#onEmpty()
      }
    })
    worker.onFailure(error => {
      this.#hasFailed = true
      onFailure(error)
      this.#onEmpty()
    })
  }

  /** Batches that it was given and did not take in yet; infinitely many when it failed. */
  get unanswered(): number {
    return this.#hasFailed ? Infinity : this.#unanswered
  }

  give(documents: readonly SearchDocument[]): void {
    this.#worker.post({ type: 'gather', documents })
    for (const { id } of documents) this.#held.push(id)
    this.#unanswered += 1
  }

  /** Has it hand over what it was given by now, so that it can be found. */
  showWhatIsThere(): void {
    if (this.#asked.length === 0) this.#handOver()
  }

  #handOver(): void {
    if (this.#held.length === 0 || this.#hasFailed) return
    this.#asked.push(this.#held)
    this.#held = []
    this.#worker.post({ type: 'handOver' })
  }

  /** Has it hand over all. @returns the ids of documents that were lost because it failed. */
  async finish(): Promise<string[]> {
    this.#handOver()
    if (this.#asked.length > 0 && !this.#hasFailed) {
      await new Promise<void>(resolve => (this.#onEmpty = resolve))
    }
    return [...this.#asked.flat(), ...this.#held]
  }

  /** Ends it; what it holds is lost. */
  async stop(): Promise<void> {
    this.#onEmpty()
    await this.#worker.stop()
  }
}
