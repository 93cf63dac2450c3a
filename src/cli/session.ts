import { resolve } from 'node:path'
import { createBackend } from '../backend/create-backend'
import { inProcessTransport } from '../backend/in-process-transport'
import { createMemoryStore, createNodePorts } from '../server/node-ports'
import { procedures, type AnswerbookClient } from '../shared/contract/contract'
import { createClient } from '../shared/contract/create-client'
import type { Transport } from '../shared/contract/wire'
import { writeOut } from './write-out'

type Task<T> = (client: AnswerbookClient, onEvent: Transport['onEvent']) => Promise<T>

/** Runs `task` with a client of a backend of its own, which leaves nothing behind in the user's settings. */
export async function withClient<T>(task: Task<T>): Promise<T> {
  const backend = createBackend(createNodePorts({ settings: createMemoryStore(), watch: false }), {
    validateOutputs: false,
  })
  try {
    const transport = inProcessTransport(backend, 'cli')
    return await task(createClient(procedures, transport), transport.onEvent)
  } finally {
    await backend.dispose()
  }
}

/** As `withClient`, with the notebook in `folder` open. */
export async function withNotebook<T>(folder: string, task: Task<T>): Promise<T> {
  return withClient(async (client, onEvent) => {
    await client['notebook.open']({ path: absolutePath(folder) })
    return task(client, onEvent)
  })
}

/** A path that the user typed; npm runs scripts in the project's folder and says where it was called. */
export function absolutePath(path: string): string {
  const calledFrom = process.env['npm_lifecycle_event'] === undefined ? undefined : process.env['INIT_CWD']
  return resolve(calledFrom ?? process.cwd(), path)
}

/** Prints one JSON value, or the lines of text. */
export async function print(isJson: boolean | undefined, value: unknown, text: () => string): Promise<void> {
  await writeOut(process.stdout, isJson === true ? `${JSON.stringify(value, undefined, 2)}\n` : `${text()}\n`)
}
