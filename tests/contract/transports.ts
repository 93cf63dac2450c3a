import { inProcessTransport } from '../../src/backend/in-process-transport'
import type { Backend } from '../../src/backend/create-backend'
import type { Transport } from '../../src/shared/contract/wire'
import { startBrowserHost, startSession } from '../support/browser-host'
import { connectWebSocket } from '../support/web-socket-client'

/** A client's end of a transport, and the id by which the backend knows it. */
export interface TestClient extends Transport {
  readonly clientId: string
}

/** Two clients of one backend over some transport. */
export interface TestConnection {
  readonly clients: readonly [TestClient, TestClient]
  readonly close: () => Promise<void>
}

/** Every way to carry the contract that can be had without Electron. */
export const transports: Readonly<Record<string, (backend: Backend) => Promise<TestConnection>>> = {
  'in process': async backend => {
    const client = (clientId: string): TestClient => ({ clientId, ...inProcessTransport(backend, clientId) })
    return { clients: [client('one'), client('two')], close: async () => undefined }
  },
  'web socket': async backend => {
    const host = await startBrowserHost(backend)
    const cookie = await startSession(host.origin)
    const one = await connectWebSocket(host.origin, cookie)
    const two = await connectWebSocket(host.origin, cookie)
    return {
      clients: [one, two],
      close: async () => {
        await one.close()
        await two.close()
        await host.close()
      },
    }
  },
}
