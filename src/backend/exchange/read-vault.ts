import { basename, dirname, join, sep } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { NoteImportReport } from '../../shared/contract/import-procedures'
import { isForeignTemporary } from '../../shared/domain/sync/is-foreign-temporary'
import type { FilePort } from '../files/file-port'
import { withStorageErrors } from '../files/storage-error'
import { readBeside } from './read-beside'

const deepestFolder = 32
const mostFiles = 100_000

export interface VaultFile {
  /**
   * Relative to the folder that was given, with forward slashes; below its name when several were given. Files of several
   * folders that are given themselves are below a name of no folder, so that links lead to what lies beside each.
   */
  readonly path: string
  /** What a note's new place is made from, where that is not `path`. */
  readonly name?: string
  readonly absolute: string
  /** Bytes. */
  readonly size: number
  /** What it says, where that is not what the file holds. */
  readonly text?: string
}

export interface ReadVault {
  readonly files: readonly VaultFile[]
  readonly left: NoteImportReport['left']
}

/**
 * All files below folders, and files that are given themselves, notes with the files beside that they link to. Hidden ones and what links lead to are left out and told.
 *
 * @param onFile may end it by an exception.
 * @throws AppError `storage/not-found`, `import/too-many-files` for more than a hundred thousand files, `storage/…`.
 */
export async function readVault(
  files: FilePort,
  given: readonly string[],
  onFile: () => void,
): Promise<ReadVault> {
  const found: VaultFile[] = []
  const left: NoteImportReport['left'][number][] = []
  const realFolders = new Map<string, Promise<string | undefined>>()
  const realFolder = (folder: string): Promise<string | undefined> => {
    const real = realFolders.get(folder) ?? files.realPath(folder).catch(() => undefined)
    realFolders.set(folder, real)
    return real
  }
  const visit = async (folder: string, path: string, depth: number): Promise<void> => {
    if (depth > deepestFolder) return
    const entries = await withStorageErrors(folder, () => files.list(folder)).catch(() => undefined)
    if (entries === undefined) return void left.push({ path: folder, reason: 'unreadable' })
    for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
      await take(join(folder, name), path === '' ? name : `${path}/${name}`, depth)
  }
  const take = async (absolute: string, path: string, depth: number): Promise<void> => {
    onFile()
    const name = basename(absolute)
    if (name.startsWith('.') || isForeignTemporary(name))
      return void left.push({ path: absolute, reason: 'hidden' })
    const real = await files.realPath(absolute).catch(() => undefined)
    const parent = await realFolder(join(absolute, '..'))
    if (
      real === undefined ||
      parent === undefined ||
      real !== `${parent.replace(/[/\\]$/, '')}${sep}${basename(real)}`
    )
      return void left.push({ path: absolute, reason: 'symbolic-link' })
    const info = await files.info(absolute).catch(() => undefined)
    if (info?.kind === 'folder') return visit(absolute, path, depth + 1)
    if (info?.kind !== 'file') return void left.push({ path: absolute, reason: 'unreadable' })
    found.push({ path, absolute, size: info.size })
    if (found.length > mostFiles) throw new AppError('import/too-many-files', { limit: mostFiles })
  }
  for (const absolute of given) {
    const info = await withStorageErrors(absolute, () => files.info(absolute))
    if (info === undefined) throw new AppError('storage/not-found', { path: absolute })
    const name = basename(absolute)
    if (info.kind === 'folder') await visit(absolute, given.length > 1 ? name : '', 0)
    else await take(absolute, `${prefixOf(absolute, given)}${name}`, 0)
  }
  return { files: await withBeside(files, found, { given: new Set(given), onFile }), left }
}

/** Before the path of a file that was given itself: it tells apart what lies beside files of several folders. */
function prefixOf(file: string, given: readonly string[]): string {
  const folders = [...new Set(given.map(path => dirname(path)))]
  return folders.length === 1 ? '' : `:${folders.indexOf(dirname(file)) + 1}/`
}

/** Adds what notes that were given themselves link to. */
async function withBeside(
  files: FilePort,
  found: readonly VaultFile[],
  { given, onFile }: { given: ReadonlySet<string>; onFile: () => void },
): Promise<VaultFile[]> {
  const all = new Map(found.map(file => [file.absolute, file]))
  for (const file of found) {
    const { path, absolute } = file
    if (!given.has(absolute) || !/\.(?:md|markdown)$/i.test(path)) continue
    const name = basename(absolute)
    const prefix = path.slice(0, -name.length)
    if (prefix !== '') all.set(absolute, { ...file, name })
    for (const beside of await readBeside(files, absolute, onFile))
      if (!all.has(beside.absolute)) all.set(beside.absolute, { ...beside, path: `${prefix}${beside.path}` })
  }
  return [...all.values()]
}
