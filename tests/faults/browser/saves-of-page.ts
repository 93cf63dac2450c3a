import type { Page } from '@playwright/test'

interface Frame {
  readonly id?: number
  readonly name?: string
  readonly input?: { readonly text?: string; readonly path?: string }
  readonly result?: {
    readonly ok: boolean
    readonly error?: { readonly code: string }
    readonly value?: { readonly path?: string; readonly text?: string }
  }
}

const mostMessages = 40

/** The texts that a page has sent to be saved, and which of them it was told are safe: read from its WebSockets. */
export class SavesOfPage {
  /** In the order in which they were sent. */
  readonly sent: string[] = []
  /** Index in `sent` of the last one that was acknowledged; -1 for none. */
  acknowledged = -1
  #conflicts = 0
  readonly #messages: string[] = []
  readonly #startedAt = performance.now()

  /** What the page and its host told each other last, one short line each, with seconds since the page was opened. */
  get messages(): readonly string[] {
    return this.#messages
  }

  get conflicts(): number {
    return this.#conflicts
  }

  constructor(page: Page) {
    page.on('websocket', socket => {
      const waiting = new Map<number, number>()
      this.#note('connects')
      socket.on('close', () => this.#note('closed'))
      socket.on('socketerror', error => this.#note(`broken: ${error}`))
      socket.on('framesent', ({ payload }) => {
        const { id, name, input } = JSON.parse(String(payload)) as Frame
        this.#note(`${id} ${name}`)
        if (name !== 'notes.save' && name !== 'notes.createAnswer') return
        if (id !== undefined) waiting.set(id, this.sent.push(input?.text ?? '') - 1)
      })
      socket.on('framereceived', ({ payload }) => {
        const { id, result, ...other } = JSON.parse(String(payload)) as Frame & { event?: string }
        this.#note(id === undefined ? (other.event ?? 'let in') : `${id} = ${result?.error?.code ?? 'ok'}`)
        const index = id === undefined ? undefined : waiting.get(id)
        if (index === undefined) return
        if (result?.ok === true) this.acknowledged = Math.max(this.acknowledged, index)
        else this.#conflicts += 1
      })
    })
  }

  #note(message: string): void {
    this.#messages.push(`${((performance.now() - this.#startedAt) / 1000).toFixed(2)} ${message}`)
    if (this.#messages.length > mostMessages) this.#messages.shift()
  }
}
