import { addScheme, hasScheme, toChromiumUrl, fromChromiumUrl } from './scheme-url.ts'
import { refuseUnknownMembers } from './unknown-members.ts'

type Handler = Parameters<Electron.Protocol['handle']>[1]

const handlers = new Map<string, Handler>()
let isReady = false

/** `protocol`, the same for every session: `handle` answers the requests of all windows and of `net.fetch`. */
export const protocol = refuseUnknownMembers(
  {
    registerSchemesAsPrivileged: (list: Electron.CustomScheme[]): void => {
      if (isReady)
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme } of list) addScheme(scheme)
    },
    handle: (scheme: string, handler: Handler): void => {
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      addScheme(scheme)
      handlers.set(scheme, handler)
    },
    unhandle: (scheme: string): void => {
      if (!handlers.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`)
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
  } satisfies Partial<Electron.Protocol>,
  'protocol',
)

/** From here on no scheme can be made privileged. */
export function closeRegistration(): void {
  isReady = true
}

/** The URL as Chromium hands it to a handler: dots resolved, backslashes turned. */
export function canonicalUrl(url: string): string {
  const { protocol: scheme } = new URL(url)
  return hasScheme(scheme.slice(0, -1)) ? fromChromiumUrl(new URL(toChromiumUrl(url)).href) : url
}

/** What the app's handler says to this request; undefined where no handler has the scheme. Throws what it throws. */
export async function answerRequest(
  url: string,
  init: { method: string; headers: Headers; body?: Buffer },
): Promise<Response | undefined> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1))
  if (handler === undefined) return undefined
  const { body, ...rest } = init
  const request = new Request(url, body === undefined ? rest : { ...rest, body: new Uint8Array(body) })
  return (await handler(request)) as Response
}
