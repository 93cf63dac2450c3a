import { dirname, join, resolve, sep } from 'node:path'
import type { FilePort } from './file-port'

/**
 * The absolute path of `relative` (forward slashes) inside `root`, or undefined when it leads out of it: by `..`,
 * by an absolute name, by a symbolic link. The file itself need not exist. Each file has one such name: none with `.`.
 */
export async function pathInside(
  files: FilePort,
  root: string,
  relative: string,
): Promise<string | undefined> {
  if (relative.includes('\0') || relative.includes('\\') || /^[/~]|^[a-z]:/i.test(relative)) return undefined
  if (relative.split('/').some(part => part === '..' || part === '.' || part === '')) return undefined
  const path = resolve(root, ...relative.split('/'))
  const realRoot = await files.realPath(root)
  const real = await nearestRealPath(files, path)
  return real === realRoot || real.startsWith(realRoot + sep) ? path : undefined
}

async function nearestRealPath(files: FilePort, path: string): Promise<string> {
  try {
    return await files.realPath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(await nearestRealPath(files, parent), '.')
  }
}
