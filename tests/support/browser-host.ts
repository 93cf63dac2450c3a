import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createNodeFilePort } from '../../src/backend/files/node-file-port'
import type { StaticFile } from '../../src/backend/files/list-static-files'
import type { Backend } from '../../src/backend/create-backend'
import { answerHttp, type HttpOptions } from '../../src/server/http'
import { ReturnGate } from '../../src/server/return-key'
import { createSocketHost } from '../../src/server/socket'
import { track, untrack } from './leak-tracker'

export const testToken = 'the-token'
const page: StaticFile = {
  read: async () => new TextEncoder().encode('<!doctype html>'),
  contentType: 'text/html; charset=utf-8',
  isImmutable: false,
}

export interface BrowserHost {
  readonly origin: string
  readonly port: number
  readonly connections: () => number
  readonly close: () => Promise<void>
}

/** The browser host's HTTP and WebSockets over a backend, on a free port of 127.0.0.1. */
export async function startBrowserHost(
  backend: Pick<Backend, 'dispatch' | 'onEvent' | 'notebookFolder'>,
): Promise<BrowserHost> {
  const http = createServer()
  const options: HttpOptions = {
    port: () => (http.address() as AddressInfo).port,
    token: testToken,
    sessionId: 'the-session',
    gate: new ReturnGate('the-key', () => (http.address() as AddressInfo).port),
    staticFiles: new Map([
      ['/web.html', page],
      ['/assets/a.js', { ...page, contentType: 'text/javascript; charset=utf-8', isImmutable: true }],
    ]),
    files: createNodeFilePort(),
    notebookFolder: backend.notebookFolder,
  }
  const sockets = createSocketHost(backend, options)
  http.on('request', (request, response) => void answerHttp(request, response, options))
  http.on('upgrade', sockets.upgrade)
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  track(http, 'a browser host')
  return {
    origin: `http://127.0.0.1:${options.port()}`,
    port: options.port(),
    connections: sockets.connections,
    close: async () => {
      sockets.close()
      http.closeAllConnections()
      await new Promise(resolve => http.close(resolve))
      untrack(http)
    },
  }
}

/** Shows the token and returns the cookie that comes back. */
export async function startSession(origin: string): Promise<string> {
  const response = await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body: testToken })
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}
