import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { openPromise, type Entry } from 'yauzl'
import { AppError, isAppError } from '../../shared/contract/app-error'
import { storageError } from '../files/storage-error'
import { backupManifest, manifestName, type BackupManifest } from './backup-manifest'

const mostEntries = 500_000
const mostManifestBytes = 200 * 1024 * 1024
/** A large entry that grows by more than this is made to fill a disk: text grows tenfold. */
const largestRatio = 400
const largeBytes = 32 * 1024 * 1024

/** A file in a backup. */
export interface ZipEntry {
  readonly path: string
  readonly bytes: number
  readonly open: () => Promise<Readable>
}

/**
 * Reads a backup: first its list of entries, all of which have to be what its manifest says, then as `visit` wants.
 * Nothing of it is believed: names lead nowhere but down, sizes are those that the manifest says, links are refused.
 *
 * @throws AppError `backup/damaged` for what is no complete backup, `backup/unsafe` for one that no program of ours makes,
 *   `storage/…`.
 */
export async function readBackup<T>(
  path: string,
  visit: (manifest: BackupManifest, entries: readonly ZipEntry[]) => Promise<T>,
): Promise<T> {
  try {
    const zip = await openPromise(path, { autoClose: false, strictFileNames: true })
    try {
      if (zip.entryCount > mostEntries) throw new AppError('backup/unsafe', { path, entries: zip.entryCount })
      const entries: Entry[] = []
      for await (const entry of zip.eachEntry()) entries.push(entry)
      for (const entry of entries) assertSafe(entry, path)
      const own = entries.find(({ fileName }) => fileName === manifestName)
      if (own === undefined || own.uncompressedSize > mostManifestBytes) throw damaged(path, manifestName)
      const manifest = readManifest(await buffer(await zip.openReadStreamPromise(own)), path)
      const files = entries
        .filter(entry => entry !== own)
        .map(entry => ({
          path: entry.fileName,
          bytes: entry.uncompressedSize,
          open: () => zip.openReadStreamPromise(entry),
        }))
      assertListed(files, manifest, path)
      return await visit(manifest, files)
    } finally {
      zip.close()
    }
  } catch (error) {
    throw asAppError(error, path)
  }
}

function assertSafe(entry: Entry, path: string): void {
  const { fileName, uncompressedSize, compressedSize, externalFileAttributes } = entry
  const parts = fileName.split('/')
  const isBadName =
    /[\0\\]/.test(fileName) ||
    /^[/~]|^[a-z]:/i.test(fileName) ||
    parts.some(part => part === '' || part === '.' || part === '..')
  const kind = (externalFileAttributes >>> 16) & 0o170000
  const isBomb = uncompressedSize > largeBytes && uncompressedSize > compressedSize * largestRatio
  if (isBadName || (kind !== 0 && kind !== 0o100000) || isBomb || entry.isEncrypted())
    throw new AppError('backup/unsafe', { path, file: fileName })
}

/** Each file of the manifest is there once and in its size, and no other. */
function assertListed(files: readonly ZipEntry[], manifest: BackupManifest, path: string): void {
  const sizes = new Map(manifest.files.map(file => [file.path, file.bytes]))
  const names = new Set(files.map(file => file.path))
  if (names.size !== files.length || sizes.size !== manifest.files.length || names.size !== sizes.size)
    throw damaged(path, manifestName)
  for (const file of files) if (sizes.get(file.path) !== file.bytes) throw damaged(path, file.path)
}

function readManifest(bytes: Buffer, path: string): BackupManifest {
  try {
    return backupManifest.parse(JSON.parse(bytes.toString('utf8')))
  } catch (error) {
    throw damaged(path, manifestName, error)
  }
}

export function damaged(path: string, file: string, cause?: unknown): AppError {
  return new AppError('backup/damaged', { path, file }, cause)
}

/** What the library throws has no code of the system: the file is no zip, or one that is damaged. */
function asAppError(error: unknown, path: string): unknown {
  if (isAppError(error)) return error
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code !== undefined && syscall !== undefined) return storageError(error, path)
  const message = error instanceof Error ? error.message : ''
  if (/^(?:invalid relative path|absolute path|invalid characters in fileName)/.test(message))
    return new AppError('backup/unsafe', { path, detail: message }, error)
  return damaged(path, '', error)
}
