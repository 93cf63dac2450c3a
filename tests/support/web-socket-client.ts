import { WebSocket } from 'ws'
import type { EventFrame, ResponseFrame, Transport, WireResult } from '../../src/shared/contract/wire'
import { track, untrack } from './leak-tracker'

export interface SocketClient extends Transport {
  readonly clientId: string
  readonly close: () => Promise<void>
}

/** Connects to a browser host as a page does that has its session cookie. */
export async function connectWebSocket(origin: string, cookie: string): Promise<SocketClient> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, { headers: { cookie, origin } })
  track(socket, 'a web socket')
  const waiting = new Map<number, (result: WireResult) => void>()
  const listeners = new Set<(frame: EventFrame) => void>()
  let nextId = 1
  const clientId = await new Promise<string>((resolve, reject) => {
    socket.on('error', error => {
      untrack(socket)
      reject(error)
    })
    socket.on('message', data => {
      const frame = JSON.parse(String(data)) as ResponseFrame | EventFrame | { clientId: string }
      if ('event' in frame) for (const listener of listeners) listener(frame)
      else if ('result' in frame) waiting.get(frame.id)?.(frame.result)
      else resolve(frame.clientId)
    })
  })
  return {
    clientId,
    request: (name, input) =>
      new Promise(resolve => {
        const id = nextId++
        waiting.set(id, resolve)
        socket.send(JSON.stringify({ id, name, input }))
      }),
    onEvent: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () =>
      new Promise(resolve => {
        socket.on('close', () => {
          untrack(socket)
          resolve()
        })
        socket.close()
      }),
  }
}
