import type { AnswerbookClient } from '../../shared/contract/contract'
import type { DraftTarget } from '../../shared/contract/journal-procedures'
import { afterPaint } from './after-paint'

/** At most every twentieth moment goes into writing and sending drafts. */
const pausePerWork = 20
const charactersPerMs = 1000

export interface DraftKeeperOptions {
  readonly client: AnswerbookClient
  readonly pageId: string
  /** What the text is based on now; `undefined` when there is nothing to base it on. */
  readonly target: () => DraftTarget | undefined
}

/**
 * Sends text that isn't saved to the journal: the first change at once, the next ones as often as it takes
 * little time, which for an ordinary note is at every key. A failure is left to the save, which says it.
 */
export class DraftKeeper {
  #draftId: string = crypto.randomUUID()
  readonly #options: DraftKeeperOptions
  #getBody: (() => string) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isScheduled = false
  #pauseUntil = 0
  #isKept = false

  constructor(options: DraftKeeperOptions) {
    this.#options = options
  }

  get draftId(): string {
    return this.#draftId
  }

  /** Goes on with a draft that a crash left. To be called while nothing is unsaved. */
  adopt(draftId: string): void {
    this.#draftId = draftId
    this.#isKept = true
  }

  edited(getBody: () => string): void {
    this.#getBody = getBody
    if (this.#isScheduled) return
    this.#isScheduled = true
    // The paint of what was typed comes first.
    afterPaint(() => {
      this.#timer = setTimeout(() => this.#send(), Math.max(0, this.#pauseUntil - performance.now()))
    })
  }

  /** Nothing is unsaved any more. */
  settled(): void {
    this.#stop()
    // The save has let go of the draft, unless this sent another state of it meanwhile.
    if (this.#isKept) void this.#options.client['journal.drop']({ id: this.#draftId }).catch(() => undefined)
    this.#isKept = false
  }

  /** Sends nothing more; what was sent stays in the journal. */
  dispose(): void {
    this.#stop()
  }

  #stop(): void {
    if (this.#timer !== undefined) this.#isScheduled = false
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#getBody = undefined
  }

  #send(): void {
    this.#timer = undefined
    this.#isScheduled = false
    const getBody = this.#getBody
    const target = this.#options.target()
    if (getBody === undefined || target === undefined) return
    const startedAt = performance.now()
    const body = getBody()
    const { client, pageId } = this.#options
    this.#isKept = true
    void client['journal.keep']({ id: this.#draftId, pageId, target, body }).catch(() => undefined)
    const tookMs = performance.now() - startedAt
    const pauseMs = Math.max(tookMs * pausePerWork, body.length / charactersPerMs)
    this.#pauseUntil = performance.now() + pauseMs
  }
}
