import { join } from 'node:path'
import type { FilePort } from './file-port'
import { isTemporaryName } from './write-durably'

/** No write takes so long: a temporary file of this age belongs to a process that was killed. */
const oldestMs = 60 * 60 * 1000
const deepestFolder = 32
const folders = ['', 'notes', 'questions', 'study', 'attachments', '.answerbook']

/** Temporary files of `writeDurably` below a notebook's folders. What can't be listed has none. */
export async function temporaryFiles(files: FilePort, root: string): Promise<string[]> {
  const found: string[] = []
  const visit = async (folder: string, depth: number): Promise<void> => {
    const entries = await files.list(join(root, folder)).catch(() => [])
    for (const { name, kind } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (kind === 'file' && isTemporaryName(name)) found.push(path)
      else if (kind === 'folder' && folder !== '' && depth < deepestFolder) await visit(path, depth + 1)
    }
  }
  for (const folder of folders) await visit(folder, 0)
  return found
}

/** Removes the temporary files that kills have left: those that are older than an hour, so that no one is at work on them. */
export async function removeLeftovers(files: FilePort, root: string, now: number): Promise<void> {
  for (const path of await temporaryFiles(files, root)) {
    const absolute = join(root, path)
    const info = await files.info(absolute)
    if (info !== undefined && now - info.modifiedAt > oldestMs) await files.remove(absolute)
  }
}
