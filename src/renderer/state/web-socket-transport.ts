import { returnToHost } from './return-to-host'
import { isQuery } from '../../shared/contract/procedure-kinds'
import type { EventFrame, Transport, WireResult } from '../../shared/contract/wire'

const firstRetryMs = 250
const longestRetryMs = 5000

interface Pending {
  readonly name: string
  readonly input: unknown
  readonly resolve: (result: WireResult) => void
  isSent: boolean
}

export interface ConnectionListener {
  onConnected(clientId: string): void
  onLost(): void
}

/**
 * The contract over a WebSocket that connects again by itself. Queries that were under way are asked again;
 * commands fail with `connection/lost`, because nobody knows whether they were carried out.
 */
export class WebSocketTransport implements Transport {
  readonly #url: string
  readonly #listener: ConnectionListener
  readonly #eventListeners = new Set<(frame: EventFrame) => void>()
  readonly #pending = new Map<number, Pending>()
  #socket: WebSocket | undefined
  #nextId = 1
  #retryMs = firstRetryMs
  /** Shows a host that was started anew that this page was let in before. */
  #returnKey: string | undefined

  constructor(url: string, listener: ConnectionListener) {
    this.#url = url
    this.#listener = listener
    this.#connect()
  }

  request(name: string, input: unknown): Promise<WireResult> {
    return new Promise(resolve => {
      const id = this.#nextId++
      const pending = { name, input, resolve, isSent: false }
      this.#pending.set(id, pending)
      if (this.#socket?.readyState === WebSocket.OPEN) this.#send(id, pending)
      else if (!isQuery(name)) this.#fail(id, pending)
    })
  }

  onEvent(listener: (frame: EventFrame) => void): () => void {
    this.#eventListeners.add(listener)
    return () => this.#eventListeners.delete(listener)
  }

  #connect(): void {
    const socket = new WebSocket(this.#url)
    this.#socket = socket
    socket.addEventListener('message', event => this.#receive(JSON.parse(String(event.data)) as Incoming))
    socket.addEventListener('close', () => this.#lost())
  }

  #receive(frame: Incoming): void {
    if ('payload' in frame) {
      for (const listener of this.#eventListeners) listener(frame)
    } else if ('result' in frame) {
      this.#pending.get(frame.id)?.resolve(frame.result)
      this.#pending.delete(frame.id)
    } else {
      this.#retryMs = firstRetryMs
      this.#returnKey = frame.returnKey
      for (const [id, pending] of this.#pending) this.#send(id, pending)
      this.#listener.onConnected(frame.clientId)
    }
  }

  #lost(): void {
    for (const [id, pending] of this.#pending) {
      if (isQuery(pending.name)) pending.isSent = false
      else this.#fail(id, pending)
    }
    this.#listener.onLost()
    setTimeout(() => void this.#return(), this.#retryMs)
    this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2)
  }

  async #return(): Promise<void> {
    if (this.#returnKey !== undefined) await returnToHost(this.#returnKey)
    this.#connect()
  }

  #send(id: number, pending: Pending): void {
    if (pending.isSent) return
    pending.isSent = true
    this.#socket?.send(JSON.stringify({ id, name: pending.name, input: pending.input }))
  }

  #fail(id: number, pending: Pending): void {
    this.#pending.delete(id)
    pending.resolve({ ok: false, error: { code: 'connection/lost', message: 'the connection was lost' } })
  }
}

type Incoming =
  | EventFrame
  | { readonly id: number; readonly result: WireResult }
  | { readonly clientId: string; readonly returnKey: string }
