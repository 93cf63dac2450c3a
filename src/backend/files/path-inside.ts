import { resolve, sep } from 'node:path'
import type { FilePort } from './file-port'
import { nearestRealPath } from './nearest-real-path'
import { withStorageErrors } from './storage-error'

/**
 * The absolute path of `relative` (forward slashes) inside `root`, or undefined when it leads out of it: by `..`,
 * by an absolute name, by a symbolic link. The file itself need not exist. Each file has one such name: none with `.`.
 *
 * @throws AppError `storage/…` when the disk can't tell.
 */
export async function pathInside(
  files: FilePort,
  root: string,
  relative: string,
): Promise<string | undefined> {
  if (relative.includes('\0') || relative.includes('\\') || /^[/~]|^[a-z]:/i.test(relative)) return undefined
  if (relative.split('/').some(part => part === '..' || part === '.' || part === '')) return undefined
  const path = resolve(root, ...relative.split('/'))
  const [realRoot, real] = await withStorageErrors(path, () =>
    Promise.all([files.realPath(root), nearestRealPath(files, path)]),
  )
  return real === realRoot || real.startsWith(realRoot + sep) ? path : undefined
}
