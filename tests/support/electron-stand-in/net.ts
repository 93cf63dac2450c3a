import { recordCall } from './call-record.ts'
import { answerRequest, canonicalUrl } from './protocol.ts'
import { refuseUnknownMembers } from './unknown-members.ts'

/** `net`: its `fetch` asks the app's own protocol handlers, and this machine; never the network. */
export const net = refuseUnknownMembers(
  {
    isOnline: () => false,
    fetch: async (input: string | Request, init: RequestInit = {}): Promise<Response> => {
      const url = canonicalUrl(typeof input === 'string' ? input : input.url)
      const { method = 'GET', headers } = init
      const answer = await answerRequest(url, { method, headers: new Headers(headers) })
      if (answer !== undefined) return answer
      if (isOfThisMachine(url)) return fetch(input, init)
      recordCall('net.fetch', [url])
      throw new Error('net::ERR_INTERNET_DISCONNECTED')
    },
  } satisfies Partial<Electron.Net>,
  'net',
)

/** Whether a request may leave the stand-in: tests serve pages of other origins on this machine. */
export function isOfThisMachine(url: string): boolean {
  return /^https?:\/\/(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?(\/|$)/.test(url)
}
