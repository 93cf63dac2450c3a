import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { FilePort } from '../files/file-port'
import { withStorageErrors } from '../files/storage-error'
import { notebookParts } from '../notebook/notebook-store'

export interface ExportTarget {
  readonly path: string
  readonly kind: 'file' | 'folder'
  /** Whether a file that is there may be replaced; a folder never is. */
  readonly overwrite: boolean
}

/**
 * Whether an export may go to a place. A folder has to be new or empty.
 *
 * @param root the notebook's folder.
 * @throws AppError `export/would-overwrite`, `export/folder-not-empty`, `export/inside-notebook`, `storage/…`.
 */
export async function assertTarget(files: FilePort, root: string, target: ExportTarget): Promise<void> {
  const { path, kind, overwrite } = target
  if (!isAbsolute(path)) throw new AppError('storage/not-found', { path })
  const info = await withStorageErrors(path, () => files.info(path))
  if (kind === 'folder') {
    if (info !== undefined && info.kind !== 'folder') throw new AppError('export/would-overwrite', { path })
    const entries = info === undefined ? [] : await withStorageErrors(path, () => files.list(path))
    if (entries.length > 0) throw new AppError('export/folder-not-empty', { path })
  } else {
    if (info?.kind === 'folder') throw new AppError('storage/is-a-folder', { path })
    if (info !== undefined && !overwrite) throw new AppError('export/would-overwrite', { path })
  }
  await assertOutside(files, root, path)
  const folder = dirname(path)
  if ((await withStorageErrors(path, () => files.info(folder))) === undefined)
    throw new AppError('storage/not-found', { path: folder })
}

async function assertOutside(files: FilePort, notebook: string, path: string): Promise<void> {
  const root = await withStorageErrors(notebook, () => files.realPath(notebook))
  const folder = await files.realPath(dirname(path)).catch(() => resolve(dirname(path)))
  const whole = join(folder, basename(path))
  const isInside = notebookParts
    .map(name => join(root, name))
    .some(name => whole === name || whole.startsWith(name + sep))
  if (isInside) throw new AppError('export/inside-notebook', { path })
}
