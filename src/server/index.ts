import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createBackend, type Backend } from '../backend/create-backend'
import { inProcessTransport } from '../backend/in-process-transport'
import type { BackendPorts } from '../backend/ports'
import { procedures } from '../shared/contract/contract'
import { createClient } from '../shared/contract/create-client'
import { createToken } from './access-token'
import { answerHttp, type HttpOptions } from './http'
import { createConfStore, createNodePorts } from './node-ports'
import { keepPort, keptHost, ReturnGate } from './return-key'
import { createSocketHost } from './socket'
import { listStaticFiles } from '../backend/files/list-static-files'

// Imported, it would make all that the module has, with a client of WebSockets: 41 ms in place of 5.
const { createServer } = process.getBuiltinModule('node:http')

export interface ServeOptions {
  /** Absolute path of a notebook to open at the start. */
  readonly folder: string | undefined
  /** 0 for any free port; undefined for that of the last start, or any where another program has it. */
  readonly port: number | undefined
  /** Ends the server when no page has been connected for so long; undefined for never. */
  readonly idleExitMs?: number | undefined
  readonly onIdle?: () => void
}

export interface RunningServer {
  /** The address with the token in its fragment: all that is needed to get in. */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * The browser host: the workspace on 127.0.0.1, behind a random token.
 *
 * @throws AppError when the folder can't be opened; a system error when the port is taken.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const ports = createNodePorts({ settings: createConfStore(), watch: true })
  const backend = createBackend(ports, { validateOutputs: process.env['NODE_ENV'] === 'test' })
  try {
    return await start(backend, ports, options)
  } catch (error) {
    await backend.dispose()
    throw error
  }
}

async function start(
  backend: Backend,
  { files, settings }: BackendPorts,
  { folder, port, idleExitMs, onIdle }: ServeOptions,
): Promise<RunningServer> {
  const client = createClient(procedures, inProcessTransport(backend, 'server'))
  if (folder !== undefined) await client['notebook.open']({ path: folder })
  const http = createServer()
  const kept = keptHost(settings)
  const ownPort = (): number => (http.address() as AddressInfo).port
  const options: HttpOptions = {
    port: ownPort,
    gate: new ReturnGate(kept.key, ownPort),
    token: createToken(),
    sessionId: createToken(),
    staticFiles: await listStaticFiles(join(import.meta.dirname, '../renderer')),
    files,
    notebookFolder: backend.notebookFolder,
  }
  const sockets = createSocketHost(backend, options)
  http.on('request', (request, response) => {
    answerHttp(request, response, options).catch(() => response.destroy())
  })
  http.on('upgrade', sockets.upgrade)
  await listen(http, port ?? kept.port ?? 0).catch(async (error: unknown) => {
    if (port !== undefined) throw error
    await listen(http, 0)
  })
  if (port === undefined) keepPort(settings, kept, ownPort())
  const idle =
    idleExitMs === undefined ? undefined : watchIdle(sockets.connections, idleExitMs, () => onIdle?.())
  return {
    url: `http://127.0.0.1:${options.port()}/#token=${options.token}`,
    close: async () => {
      clearInterval(idle)
      sockets.close()
      http.closeAllConnections()
      await new Promise(resolve => http.close(resolve))
      await backend.dispose()
    },
  }
}

function listen(http: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', () => {
      http.off('error', reject)
      resolve()
    })
  })
}

function watchIdle(connections: () => number, idleExitMs: number, onIdle: () => void): NodeJS.Timeout {
  let lastSeen = Date.now()
  return setInterval(
    () => {
      if (connections() > 0) lastSeen = Date.now()
      else if (Date.now() - lastSeen > idleExitMs) onIdle()
    },
    Math.min(1000, idleExitMs),
  )
}
