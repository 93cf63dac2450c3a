import type { AnswerbookEvents, EventName } from '../shared/contract/contract'
import type { EventFrame } from '../shared/contract/wire'

/** Sends events to every client that listens, and counts the changes of the notebook. */
export class EventHub {
  readonly #listeners = new Set<(frame: EventFrame) => void>()
  #revision = 0

  get revision(): number {
    return this.#revision
  }

  /** To be called with each change of what queries return. */
  nextRevision(): number {
    this.#revision += 1
    return this.#revision
  }

  subscribe(listener: (frame: EventFrame) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  emit<K extends EventName>(event: K, payload: AnswerbookEvents[K], clientId: string | null = null): void {
    for (const listener of this.#listeners) listener({ event, payload, clientId })
  }
}
