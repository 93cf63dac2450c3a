import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from '@playwright/test'
import type { Protocol } from '../../../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

/** One target's end of Chromium's DevTools protocol; commands and events have Playwright's types. */
export interface CdpSession {
  readonly send: CDPSession['send']
  readonly on: CDPSession['on']
  readonly once: CDPSession['once']
}

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** The DevTools protocol over `--remote-debugging-pipe`: JSON texts, each ended by a zero byte. */
export class CdpConnection {
  readonly root: CdpSession
  readonly #input: Writable
  readonly #sessions = new Map<string, EventEmitter & CdpSession>()
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #rest = ''

  constructor(input: Writable, output: Readable) {
    this.#input = input
    this.root = this.session('')
    input.on('error', () => this.#end())
    output.setEncoding('utf8').on('data', (text: string) => this.#read(text))
    output.on('close', () => this.#end())
  }

  /** The session of that id; '' is the browser's own. */
  session(sessionId: string): EventEmitter & CdpSession {
    const known = this.#sessions.get(sessionId)
    if (known !== undefined) return known
    const send = (method: string, params: object = {}): Promise<unknown> =>
      this.#send({ method, params, ...(sessionId === '' ? {} : { sessionId }) })
    const session = Object.assign(new EventEmitter().setMaxListeners(0), {
      send,
    }) as unknown as EventEmitter & CdpSession
    this.#sessions.set(sessionId, session)
    return session
  }

  #send(message: { method: string; params: object; sessionId?: string }): Promise<unknown> {
    const id = (this.#lastId += 1)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method: message.method, resolve, reject })
      this.#input.write(`${JSON.stringify({ id, ...message })}\0`)
    })
  }

  #read(text: string): void {
    const texts = (this.#rest + text).split('\0')
    this.#rest = texts.pop() ?? ''
    for (const each of texts) this.#receive(JSON.parse(each) as Message)
  }

  #receive({ id, sessionId = '', method, params, result, error }: Message): void {
    if (id === undefined) {
      this.session(sessionId).emit(method ?? '', params)
      return
    }
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error === undefined) waiting?.resolve(result)
    else waiting?.reject(new Error(`${waiting.method}: ${error.message}`))
  }

  #end(): void {
    for (const { method, reject } of this.#waiting.values())
      reject(new Error(`${method}: Chromium has ended`))
    this.#waiting.clear()
  }
}
