import { join, sep } from 'node:path'
import { isForeignTemporary } from '../../shared/domain/sync/is-foreign-temporary'
import type { FilePort } from './file-port'
import { withStorageErrors } from './storage-error'

const deepestFolder = 32

/**
 * Paths, relative to `root` and sorted, of all files below its folder `folder`. Hidden files and those that sync programs keep for themselves are
 * left out; so are folders that a symbolic link leads to outside of `root`, or a second time.
 *
 * @throws AppError `storage/…` when a folder can't be listed.
 */
export async function filesBelow(files: FilePort, root: string, folder: string): Promise<string[]> {
  const realRoot = await withStorageErrors(root, () => files.realPath(root))
  const seen = new Set<string>()
  const found: string[] = []
  const visit = async (path: string, depth: number): Promise<void> => {
    const absolute = join(root, path)
    const real = await withStorageErrors(path, () => files.realPath(absolute))
    if (depth > deepestFolder || seen.has(real) || !real.startsWith(realRoot + sep)) return
    seen.add(real)
    for (const { name, kind } of await withStorageErrors(path, () => files.list(absolute))) {
      if (isForeignTemporary(name)) continue
      if (kind === 'folder') await visit(`${path}/${name}`, depth + 1)
      else if (kind === 'file') found.push(`${path}/${name}`)
    }
  }
  const info = await withStorageErrors(folder, () => files.info(join(root, folder)))
  if (info?.kind === 'folder') await visit(folder, 0)
  return found.sort()
}
