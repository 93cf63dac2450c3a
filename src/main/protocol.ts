import { protocol } from 'electron'
import { readImage } from '../backend/attachments/read-attachment'
import type { FilePort } from '../backend/files/file-port'
import { contentSecurityPolicy, securityHeaders } from '../backend/security/content-security-policy'
import { listStaticFiles, type StaticFile } from '../backend/files/list-static-files'
import { appHost, appScheme } from './app-origin'

export interface ProtocolOptions {
  readonly rendererFolder: string
  readonly files: FilePort
  readonly notebookFolder: () => string | undefined
}

/** To be called before the app is ready: the scheme is a secure origin with storage of its own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      // With `codeCache`, what V8 made of the page's code is kept from one start to the next.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** Serves the page's own files, and images of the open notebook below `/attachments/`. */
export function serveAppScheme(options: ProtocolOptions): void {
  let staticFiles: Promise<ReadonlyMap<string, StaticFile>> | undefined
  protocol.handle(appScheme, async request => {
    const url = new URL(request.url)
    if (url.host !== appHost || request.method !== 'GET') return notFound()
    if (url.pathname.startsWith('/attachments/')) return attachment(url.pathname, options)
    staticFiles ??= listStaticFiles(options.rendererFolder)
    const file = (await staticFiles).get(url.pathname === '/' ? '/index.html' : url.pathname)
    if (file === undefined) return notFound()
    return respond(await file.read(), {
      'Content-Type': file.contentType,
      'Content-Security-Policy': contentSecurityPolicy,
    })
  })
}

async function attachment(pathname: string, { files, notebookFolder }: ProtocolOptions): Promise<Response> {
  const folder = notebookFolder()
  const path = decode(pathname.slice('/attachments/'.length))
  const found = folder === undefined || path === undefined ? undefined : await readImage(files, folder, path)
  return found === undefined ? notFound() : respond(found.bytes, found.headers)
}

function respond(bytes: Uint8Array, headers: Readonly<Record<string, string>>): Response {
  return new Response(new Uint8Array(bytes), { headers: { ...securityHeaders, ...headers } })
}

function notFound(): Response {
  return new Response('not found', {
    status: 404,
    headers: { ...securityHeaders, 'Content-Security-Policy': contentSecurityPolicy },
  })
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
