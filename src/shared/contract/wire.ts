/** An error as it crosses the wire: data, because Electron keeps only the message of a thrown error. */
export interface WireError {
  readonly code: string
  readonly message: string
  readonly data?: unknown
}

export type WireResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError }

export interface RequestFrame {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

export interface ResponseFrame {
  readonly id: number
  readonly result: WireResult
}

/** `clientId` names the client whose request caused the event, if one did. */
export interface EventFrame {
  readonly event: string
  readonly payload: unknown
  readonly clientId: string | null
}

/**
 * All that a host supplies to a client.
 *
 * `request` resolves for failures too: what went wrong is in the result.
 * `onEvent` returns the function that ends the subscription.
 */
export interface Transport {
  request(name: string, input: unknown): Promise<WireResult>
  onEvent(listener: (frame: EventFrame) => void): () => void
}
