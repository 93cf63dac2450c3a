import { dirname } from 'node:path'
import type { FilePort } from './file-port'

/**
 * Makes a folder and those above it, and forces their names to disk: without it a power cut can take away a folder
 * with all that was safely written into it. @throws Node's system errors.
 */
export async function makeFolderDurably(files: FilePort, path: string): Promise<void> {
  const missing = await missingFolders(files, path)
  if (missing.length === 0) return
  await files.makeFolder(path)
  for (const folder of missing.toReversed()) await files.syncFolder(dirname(folder))
}

/** The folders that making `path` makes, deepest first. */
export async function missingFolders(files: FilePort, path: string): Promise<string[]> {
  if ((await files.info(path)) !== undefined) return []
  const parent = dirname(path)
  return [path, ...(parent === path ? [] : await missingFolders(files, parent))]
}
