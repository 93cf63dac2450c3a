import { createBackend, type Backend } from '../../src/backend/create-backend'
import { inProcessTransport } from '../../src/backend/in-process-transport'
import type { BackendPorts } from '../../src/backend/ports'
import { procedures, type AnswerbookClient } from '../../src/shared/contract/contract'
import { createClient } from '../../src/shared/contract/create-client'
import type { EventFrame } from '../../src/shared/contract/wire'
import { buildNotebook } from './build-notebook'
import { track, untrack } from './leak-tracker'
import { memoryPorts } from './memory-ports'

/** A tracked backend that validates what it gives. */
export function testBackend(ports: BackendPorts = memoryPorts()): Backend {
  const backend = createBackend(ports, { validateOutputs: true })
  track(backend, 'a backend')
  return {
    ...backend,
    dispose: async () => {
      await backend.dispose()
      untrack(backend)
    },
  }
}

export interface OpenedNotebook extends AsyncDisposable {
  readonly path: string
  readonly client: AnswerbookClient
  readonly backend: Backend
  /** Events since the notebook was opened. */
  readonly events: EventFrame[]
}

/** Builds a notebook and opens it with a client named `test`; use it with `await using`. */
export async function openNotebookWith(
  files: Parameters<typeof buildNotebook>[0] = {},
  ports: Partial<BackendPorts> = {},
): Promise<OpenedNotebook> {
  const { path, remove } = await buildNotebook(files)
  const backend = testBackend(memoryPorts(ports))
  const client = createClient(procedures, inProcessTransport(backend, 'test'), { validateOutputs: true })
  const events: EventFrame[] = []
  const dispose = async (): Promise<void> => {
    await backend.dispose()
    await remove()
  }
  try {
    await client['notebook.open']({ path })
  } catch (error) {
    await dispose()
    throw error
  }
  backend.onEvent(frame => void (frame.event !== 'search.changed' && events.push(frame)))
  return { path, client, backend, events, [Symbol.asyncDispose]: dispose }
}

/** The code and data of the error that a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    const { code, data } = error as { code?: unknown; data?: unknown }
    return { code, data }
  }
  return 'no error'
}
