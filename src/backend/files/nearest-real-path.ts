import { dirname } from 'node:path'
import type { FilePort } from './file-port'

/** What the system says of a path that can't be there. */
const absent = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']

/** The real path of `path`, or of the deepest folder above it that exists. Fails as the system does when it can't tell. */
export async function nearestRealPath(files: FilePort, path: string): Promise<string> {
  try {
    return await files.realPath(path)
  } catch (error) {
    const parent = dirname(path)
    const isAbsent = absent.includes((error as NodeJS.ErrnoException).code ?? '')
    if (!isAbsent || parent === path) throw error
    return nearestRealPath(files, parent)
  }
}
