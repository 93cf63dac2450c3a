import { createHmac, randomBytes } from 'node:crypto'
import type { SettingsStorePort } from '../backend/ports'
import { createToken, isSameToken } from './access-token'

const storeKey = 'browserHost'
/** How many questions may wait for their answer. */
const mostNonces = 16

/** What is kept from one start to the next, so that a page that is still open finds the host again. */
export interface KeptHost {
  /** Of the last start; undefined before the first. */
  readonly port: number | undefined
  readonly key: string
}

/** What was kept, or a new key, which is kept. */
export function keptHost(settings: SettingsStorePort): KeptHost {
  const kept = settings.get(storeKey)
  if (isRecord(kept) && typeof kept['key'] === 'string') {
    const port = kept['port']
    return { key: kept['key'], port: typeof port === 'number' ? port : undefined }
  }
  const made = { key: createToken(), port: undefined }
  settings.set(storeKey, made)
  return made
}

export function keepPort(settings: SettingsStorePort, { key }: KeptHost, port: number): void {
  settings.set(storeKey, { key, port })
}

/**
 * Lets pages of an earlier start in again. A page gets the key over its connection and never shows it: it answers a question of
 * the new host. What another program hears that has taken the port in between is worth nothing elsewhere, because each
 * answer is for one question and one port.
 */
export class ReturnGate {
  readonly #key: string
  readonly #port: () => number
  #nonces: readonly string[] = []

  constructor(key: string, port: () => number) {
    this.#key = key
    this.#port = port
  }

  get key(): string {
    return this.#key
  }

  /** A question for a page that comes back. */
  ask(): string {
    const nonce = randomBytes(32).toString('base64url')
    this.#nonces = [...this.#nonces, nonce].slice(-mostNonces)
    return nonce
  }

  /** Whether `body` (`return <nonce> <answer>`) answers a question that was asked and not answered yet. */
  takes(body: string): boolean {
    const [, nonce, answer] = /^return (\S+) (\S+)$/.exec(body) ?? []
    if (nonce === undefined || answer === undefined || !this.#nonces.includes(nonce)) return false
    this.#nonces = this.#nonces.filter(other => other !== nonce)
    const right = createHmac('sha256', this.#key).update(`${this.#port()} ${nonce}`).digest('hex')
    return isSameToken(right, answer)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
