import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import type { Backend } from '../backend/create-backend'
import { largestFileBytes } from '../shared/domain/file-kind'
import type { EventFrame, ResponseFrame } from '../shared/contract/wire'
import { hasSession, isOwnHost, isOwnOrigin, type HttpOptions } from './http'

const requestFrame = z.object({ id: z.number(), name: z.string(), input: z.unknown() })
/** A file of the largest size in base64, and some room. */
const largestFrame = Math.ceil(largestFileBytes / 3) * 4 + 64 * 1024

export interface SocketHost {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** How many pages are connected. */
  connections(): number
  close(): void
}

/** Carries the contract over WebSockets: requests in, results and events out. */
export function createSocketHost(
  backend: Pick<Backend, 'dispatch' | 'onEvent'>,
  options: Pick<HttpOptions, 'port' | 'sessionId' | 'gate'>,
): SocketHost {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestFrame })
  const stopEvents = backend.onEvent(frame => {
    const message = JSON.stringify(frame satisfies EventFrame)
    for (const socket of server.clients) if (socket.readyState === socket.OPEN) socket.send(message)
  })
  return {
    upgrade: (request, socket, head) => {
      const isAllowed =
        request.url === '/socket' &&
        isOwnHost(request, options.port()) &&
        isOwnOrigin(request) &&
        hasSession(request, options)
      if (isAllowed)
        server.handleUpgrade(request, socket, head, webSocket => serve(webSocket, backend, options.gate.key))
      else refuse(socket)
    },
    connections: () => server.clients.size,
    close: () => {
      stopEvents()
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

function refuse(socket: Duplex): void {
  // Node takes its own listener away with the upgrade; a client that is gone must not end the server.
  socket.on('error', () => socket.destroy())
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
}

function serve(socket: WebSocket, backend: Pick<Backend, 'dispatch'>, returnKey: string): void {
  const clientId = randomUUID()
  socket.send(JSON.stringify({ clientId, returnKey }))
  socket.on('error', () => socket.terminate())
  socket.on('message', data => {
    const frame = requestFrame.safeParse(parseJson(String(data)))
    if (!frame.success) return socket.close(1008, 'not a request')
    const { id, name, input } = frame.data
    void backend.dispatch(name, input, { clientId }).then(result => {
      if (socket.readyState === socket.OPEN)
        socket.send(JSON.stringify({ id, result } satisfies ResponseFrame))
    })
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
