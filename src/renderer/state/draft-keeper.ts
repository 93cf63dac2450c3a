import type { AnswerbookClient } from '../../shared/contract/contract'
import type { DraftTarget } from '../../shared/contract/journal-procedures'
import { afterPaint } from './after-paint'
import { bestText } from './unwritten-text'

/** About every fortieth moment goes into writing and sending drafts, more where that would put them off for long: what is typed is to be kept within a second. */
const pausePerWork = 40
const longestPauseMs = 300
/** The host writes a file for each. */
const shortestPauseMs = 150
/** Of very long texts only so much is sent. */
const charactersPerMs = 1000
/** What is put off so as not to stand between a key and its paint, in times of the pause and in milliseconds. */
const putOff = { pauses: 3, longestMs: 150 }

export interface DraftKeeperOptions {
  readonly client: AnswerbookClient
  readonly pageId: string
  /** What the text is based on now; `undefined` when there is nothing to base it on. */
  readonly target: () => DraftTarget | undefined
}

/**
 * Sends text that isn't saved to the journal: the first change at once, the next ones some times a second, and less often where it takes
 * long. A failure is left to the save, which says it.
 */
export class DraftKeeper {
  #draftId: string = crypto.randomUUID()
  readonly #options: DraftKeeperOptions
  #getBody: (() => string) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isPaintAwaited = false
  #pauseUntil = 0
  #pauseMs = 0
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
    if (this.#isPaintAwaited) return
    this.#isPaintAwaited = true
    // The paint of what was typed comes first.
    afterPaint(() => {
      this.#isPaintAwaited = false
      if (this.#getBody !== undefined) this.#schedule()
    })
  }

  /**
   * Sends now, right after the paint of a key, when the next one is some way off; in a pause, after the paint of the first key that comes when
   * it is over. If none comes soon, the timer sends.
   */
  #schedule(): void {
    const pauseMs = this.#pauseUntil - performance.now()
    if (pauseMs > 0 && this.#timer !== undefined) return
    clearTimeout(this.#timer)
    const waitMs = pauseMs > 0 ? pauseMs + Math.min(putOff.pauses * this.#pauseMs, putOff.longestMs) : 0
    this.#timer = setTimeout(() => this.#send(), waitMs)
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
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#getBody = undefined
  }

  #send(): void {
    this.#timer = undefined
    const getBody = this.#getBody
    const target = this.#options.target()
    if (getBody === undefined || target === undefined) return
    const startedAt = performance.now()
    const body = bestText(getBody)
    const { client, pageId } = this.#options
    this.#isKept = true
    void client['journal.keep']({ id: this.#draftId, pageId, target, body }).catch(() => undefined)
    const tookMs = performance.now() - startedAt
    const workMs = Math.min(longestPauseMs, tookMs * pausePerWork)
    this.#pauseMs = Math.max(shortestPauseMs, workMs, body.length / charactersPerMs)
    this.#pauseUntil = performance.now() + this.#pauseMs
  }
}
