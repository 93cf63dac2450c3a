import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A site that isn't ours, on this machine; it counts who comes. */
export interface OtherOrigin {
  readonly url: string
  /** The paths that were asked for. */
  readonly visits: readonly string[]
  readonly close: () => Promise<void>
}

export async function serveOtherOrigin(): Promise<OtherOrigin> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><title>elsewhere</title><link rel="icon" href="data:,"><p>elsewhere</p>')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    visits,
    close: () =>
      new Promise(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
