import { createBackend } from '../../../src/backend/create-backend'
import type { FilePort } from '../../../src/backend/files/file-port'
import { inProcessTransport } from '../../../src/backend/in-process-transport'
import { procedures, type AnswerbookClient } from '../../../src/shared/contract/contract'
import { createClient } from '../../../src/shared/contract/create-client'
import { diskRoot } from '../../support/crash-disk'
import { memoryPorts } from '../../support/memory-ports'
import { streamsOverFiles } from '../../support/streams-over-files'

export interface OpenedOnDisk {
  readonly client: AnswerbookClient
  /** Waits for what is still to be written. */
  readonly close: () => Promise<void>
}

/** Opens the notebook at the root of a disk in memory, or in another folder of a file port. */
export async function openOnDisk(files: FilePort, path: string = diskRoot): Promise<OpenedOnDisk> {
  const backend = createBackend(memoryPorts({ files, streams: streamsOverFiles(files) }), {
    validateOutputs: true,
  })
  const client = createClient(procedures, inProcessTransport(backend, 'test'), { validateOutputs: true })
  try {
    await client['notebook.open']({ path })
  } catch (error) {
    await backend.dispose()
    throw error
  }
  return { client, close: () => backend.dispose() }
}
