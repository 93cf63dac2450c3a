import { dirname } from 'node:path'
import type { FilePort } from './file-port'

/** Moves a file durably to where nothing is; when it throws the file is where it was. */
export async function moveFile(files: FilePort, from: string, to: string): Promise<void> {
  try {
    await files.renameNew(from, to)
    await files.syncFolder(dirname(to))
  } catch (error) {
    if ((await files.info(from)) === undefined) await files.rename(to, from)
    throw error
  }
}
