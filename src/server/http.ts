import type { IncomingMessage, ServerResponse } from 'node:http'
import { readAttachment } from '../backend/attachments/read-attachment'
import type { FilePort } from '../backend/files/file-port'
import { contentSecurityPolicy, securityHeaders } from '../backend/security/content-security-policy'
import { isSameToken } from './access-token'
import type { StaticFile } from '../backend/files/list-static-files'
import type { ReturnGate } from './return-key'

export interface HttpOptions {
  readonly port: () => number
  readonly token: string
  /** What the cookie of a page that showed the token holds. */
  readonly sessionId: string
  /** Lets in pages that an earlier start let in. */
  readonly gate: ReturnGate
  readonly staticFiles: ReadonlyMap<string, StaticFile>
  readonly files: FilePort
  readonly notebookFolder: () => string | undefined
}

const largestBody = 1024

/** Answers one HTTP request of the browser host; sockets are in socket.ts. */
export async function answerHttp(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpOptions,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  response.setHeader('Content-Security-Policy', contentSecurityPolicy)
  if (!isOwnHost(request, options.port())) return end(response, 421, 'this address is not served here')
  const pathname = pathOf(request.url ?? '/')
  if (pathname === undefined) return end(response, 400, 'not a path')
  if (request.method === 'POST' && pathname === '/session') return startSession(request, response, options)
  if (request.method === 'GET' && pathname === '/session') return askPage(response, options)
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'method not allowed')
  if (pathname.startsWith('/attachments/'))
    return sendAttachment(request, response, {
      ...options,
      encodedPath: pathname.slice('/attachments/'.length),
    })
  const file = options.staticFiles.get(pathname === '/' ? '/web.html' : pathname)
  if (file === undefined) return end(response, 404, 'not found')
  response.setHeader('Content-Type', file.contentType)
  response.setHeader('Cache-Control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.end(request.method === 'HEAD' ? undefined : await file.read())
}

/** Whether the request is addressed to this server by its own name, so that no other site's name leads here. */
export function isOwnHost(request: IncomingMessage, port: number): boolean {
  return request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`
}

/** Whether the request comes from a page of this server. Browsers always name the origin where it matters. */
export function isOwnOrigin(request: IncomingMessage): boolean {
  return request.headers.origin === `http://${request.headers.host ?? ''}`
}

/** Whether the page has shown the token before. */
export function hasSession(
  request: IncomingMessage,
  options: Pick<HttpOptions, 'port' | 'sessionId'>,
): boolean {
  const name = cookieName(options.port())
  const cookies = (request.headers.cookie ?? '').split(';').map(cookie => cookie.trim())
  const value = cookies.find(cookie => cookie.startsWith(`${name}=`))?.slice(name.length + 1)
  return value !== undefined && isSameToken(options.sessionId, value)
}

async function startSession(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpOptions,
): Promise<void> {
  const shown = isOwnOrigin(request) ? await readBody(request) : undefined
  if (shown === undefined || !(isSameToken(options.token, shown) || options.gate.takes(shown)))
    return end(response, 403, 'wrong token')
  const cookie = `${cookieName(options.port())}=${options.sessionId}; HttpOnly; SameSite=Strict; Path=/`
  response.setHeader('Set-Cookie', cookie)
  response.statusCode = 204
  response.end()
}

/** Asks a page that was let in before to show it. */
function askPage(response: ServerResponse, { gate }: HttpOptions): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  response.end(gate.ask())
}

async function sendAttachment(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpOptions & { readonly encodedPath: string },
): Promise<void> {
  const folder = options.notebookFolder()
  if (!hasSession(request, options) || folder === undefined) return end(response, 404, 'not found')
  const path = decode(options.encodedPath)
  const attachment = path === undefined ? undefined : await readAttachment(options.files, folder, path)
  if (attachment === undefined) return end(response, 404, 'not found')
  for (const [name, value] of Object.entries(attachment.headers)) response.setHeader(name, value)
  response.setHeader('Cache-Control', 'no-cache')
  response.end(request.method === 'HEAD' ? undefined : attachment.bytes)
}

/** The path of a request's target, as it is written; undefined when it names another place than a path. */
function pathOf(target: string): string | undefined {
  return target.startsWith('/') && !target.startsWith('//') ? target.split(/[?#]/)[0] : undefined
}

/** Cookies know no ports: each server has its own name. */
function cookieName(port: number): string {
  return `answerbook-${port}`
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > largestBody) return undefined
  }
  return body
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function end(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(`${text}\n`)
}
