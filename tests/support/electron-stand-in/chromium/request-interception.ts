import { recordCall } from '../call-record.ts'
import { isOfThisMachine } from '../net.ts'
import { answerRequest } from '../protocol.ts'
import { fromChromiumUrl, toChromiumPolicy, toChromiumUrl } from '../scheme-url.ts'
import type { CdpSession, Protocol } from './cdp-connection.ts'

type PausedRequest = Protocol.Fetch.requestPausedPayload

/** Says of a document that a frame asks for whether it may go there. */
export type NavigationPolicy = (url: string, frameId: string) => boolean

/** Pauses every request of a page or a worker, and answers it as Electron's network would. */
export async function interceptRequests(session: CdpSession, mayNavigate: NavigationPolicy): Promise<void> {
  session.on('Fetch.requestPaused', request => {
    answer(session, request, mayNavigate).catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function answer(
  session: CdpSession,
  paused: PausedRequest,
  mayNavigate: NavigationPolicy,
): Promise<void> {
  const { requestId, request, resourceType, frameId } = paused
  const url = fromChromiumUrl(request.url)
  const fail = (errorReason: 'Aborted' | 'Failed' | 'InternetDisconnected'): Promise<unknown> =>
    session.send('Fetch.failRequest', { requestId, errorReason })
  if (resourceType === 'Document' && !mayNavigate(url, frameId)) return void (await fail('Aborted'))
  let response: Response | undefined
  try {
    response = await answerRequest(url, asRequest(request))
  } catch (error) {
    console.error(`The handler of ${url} failed:`, error)
    return void (await fail('Failed'))
  }
  if (response !== undefined) return fulfil(session, requestId, response)
  const isPage = resourceType === 'Document' && url.startsWith('file:')
  if (isPage || isOfThisMachine(url)) return void (await session.send('Fetch.continueRequest', { requestId }))
  recordCall('network', [request.method, url])
  await fail('InternetDisconnected')
}

function asRequest({ method, headers, postDataEntries }: PausedRequest['request']): {
  method: string
  headers: Headers
  body?: Buffer
} {
  const own = new Headers()
  for (const [name, value] of Object.entries(headers))
    if (!/^(sec-|:)/i.test(name))
      own.set(name, /^(origin|referer)$/i.test(name) ? fromChromiumUrl(value) : value)
  if (postDataEntries === undefined) return { method, headers: own }
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')))
  return { method, headers: own, body }
}

async function fulfil(session: CdpSession, requestId: string, response: Response): Promise<void> {
  if (response.type === 'error') {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' })
    return
  }
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({
      name,
      value: chromiumHeader(name, value),
    })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

function chromiumHeader(name: string, value: string): string {
  if (name.startsWith('content-security-policy')) return toChromiumPolicy(value)
  return name === 'location' || name === 'access-control-allow-origin' ? toChromiumUrl(value) : value
}
