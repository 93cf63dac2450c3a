import type { Page } from '@playwright/test'

interface Frame {
  readonly id?: number
  readonly name?: string
  readonly input?: { readonly text?: string; readonly path?: string }
  readonly result?: {
    readonly ok: boolean
    readonly value?: { readonly path?: string; readonly text?: string }
  }
}

/** The texts that a page has sent to be saved, and which of them it was told are safe: read from its WebSockets. */
export class SavesOfPage {
  /** In the order in which they were sent. */
  readonly sent: string[] = []
  /** Index in `sent` of the last one that was acknowledged; -1 for none. */
  acknowledged = -1
  #conflicts = 0

  get conflicts(): number {
    return this.#conflicts
  }

  constructor(page: Page) {
    page.on('websocket', socket => {
      const waiting = new Map<number, number>()
      socket.on('framesent', ({ payload }) => {
        const { id, name, input } = JSON.parse(String(payload)) as Frame
        if (name !== 'notes.save' && name !== 'notes.createAnswer') return
        if (id !== undefined) waiting.set(id, this.sent.push(input?.text ?? '') - 1)
      })
      socket.on('framereceived', ({ payload }) => {
        const { id, result } = JSON.parse(String(payload)) as Frame
        const index = id === undefined ? undefined : waiting.get(id)
        if (index === undefined) return
        if (result?.ok === true) this.acknowledged = Math.max(this.acknowledged, index)
        else this.#conflicts += 1
      })
    })
  }
}
