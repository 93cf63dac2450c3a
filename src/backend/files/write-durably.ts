import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import { FileChangedError, type FileInfo, type FilePort, type HeldFile } from './file-port'
import { withStorageErrors } from './storage-error'
import { hashOf } from './text-file'

/** What systems say of a file that another program has open. */
const lockedCodes: readonly string[] = ['EBUSY', 'EPERM', 'EACCES']
const waitsMs = [20, 80, 200, 400, 800, 1500]

/** A file that another one has taken the place of, still open, and what it held then. */
export interface ReplacedFile {
  readonly file: HeldFile
  readonly bytes: Uint8Array
}

/** What is known of the file that is to be replaced. */
export interface Replacing {
  /** Hash of what it must still hold at the very moment when it is replaced. */
  readonly baseHash: string
  /** Takes over the file that was replaced, where the port can hold one, and has to close it. */
  readonly onReplaced?: ((replaced: ReplacedFile) => void) | undefined
}

/**
 * Replaces the file at `path`, or makes it: temporary file in the same folder, forced to disk, renamed over
 * the old one, folder forced to disk, size read back. When it resolves the bytes are safe; when it throws the
 * old file is as it was and no temporary file is left. What another program makes of the new file meanwhile is its own: it
 * stays, and whoever watches the file hears of it.
 *
 * @returns what the file is now.
 * @throws AppError `notes/conflict` when the file holds something else than `replacing` says; `storage/…`.
 */
export async function writeDurably(
  files: FilePort,
  path: string,
  bytes: Uint8Array,
  replacing?: Replacing,
): Promise<FileInfo> {
  return withStorageErrors(path, async () => {
    const old = (await files.info(path))?.kind === 'file' ? await files.read(path) : undefined
    await putInPlace(files, { path, bytes }, replacing)
    return confirmOrTakeBack(files, { path, bytes, old })
  })
}

/**
 * Makes a file at `path` as `writeDurably` does, but never in the place of another one, also when that comes at the last moment.
 *
 * @throws AppError `storage/name-taken` when something is there; `storage/…`.
 */
export async function createDurably(files: FilePort, path: string, bytes: Uint8Array): Promise<FileInfo> {
  return withStorageErrors(path, async () => {
    await putInPlace(files, { path, bytes }, 'nothing')
    return confirmOrTakeBack(files, { path, bytes, old: undefined })
  })
}

/** @param replaced what may be at `path`: `nothing`, a file of which this is known, or anything. */
async function putInPlace(
  files: FilePort,
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  replaced: Replacing | 'nothing' | undefined,
): Promise<void> {
  const random = randomBytes(6).toString('hex')
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${random}.tmp`)
  try {
    await files.writeNew(temporary, bytes)
    let tries = 0
    await patiently(files, temporary, () => {
      if (replaced === 'nothing') return files.renameNew(temporary, path)
      if (replaced === undefined) return files.rename(temporary, path)
      // A share of another system may not replace a file that is open, by ourselves too: it is held at the first try only.
      const { baseHash, onReplaced } = replaced
      tries += 1
      return renameOver(
        files,
        { temporary, path },
        { baseHash, onReplaced: tries === 1 ? onReplaced : undefined },
      )
    })
  } catch (error) {
    // A file system over a network can say that a rename failed which was carried out.
    if (await isReplaced(files, { temporary, path, bytes }).catch(() => false)) return
    await files.remove(temporary).catch(() => undefined)
    throw error instanceof FileChangedError ? new AppError('notes/conflict', { path }) : error
  }
}

/** Another program may have written since the caller looked, may write while this looks, and afterwards. */
async function renameOver(
  files: FilePort,
  { temporary, path }: { readonly temporary: string; readonly path: string },
  { baseHash, onReplaced }: Replacing,
): Promise<void> {
  const mark = (await files.info(path))?.mark
  const file = onReplaced === undefined ? undefined : await holdMarked(files, path, mark)
  try {
    const found = await files.read(path)
    if (hashOf(found) !== baseHash) throw new AppError('notes/conflict', { path })
    await files.rename(temporary, path, mark)
    if (file !== undefined) onReplaced?.({ file, bytes: found })
  } catch (error) {
    await file?.close().catch(() => undefined)
    throw error
  }
}

/** The file that has this mark, held; undefined where that does not work, which is no reason not to replace it. */
async function holdMarked(
  files: FilePort,
  path: string,
  mark: string | undefined,
): Promise<HeldFile | undefined> {
  try {
    const file = await files.hold?.(path)
    if (file === undefined || file.mark === mark) return file
    await file.close()
  } catch {
    // Then nobody looks at it afterwards.
  }
  return undefined
}

/** A scanner or a sync program may hold the file for a moment: the step is tried again for some seconds. */
async function patiently(files: FilePort, temporary: string, step: () => Promise<void>): Promise<void> {
  for (const waitMs of [...waitsMs, undefined]) {
    try {
      return await step()
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      const isUndone = (await files.info(temporary).catch(() => undefined)) !== undefined
      if (waitMs === undefined || !lockedCodes.includes(code) || !isUndone) throw error
      await delay(waitMs)
    }
  }
}

async function isReplaced(
  files: FilePort,
  { temporary, path, bytes }: { temporary: string; path: string; bytes: Uint8Array },
): Promise<boolean> {
  if ((await files.info(temporary)) !== undefined || (await files.info(path)) === undefined) return false
  return hashOf(await files.read(path)) === hashOf(bytes)
}

async function confirmOrTakeBack(
  files: FilePort,
  { path, bytes, old }: { path: string; bytes: Uint8Array; old: Uint8Array | undefined },
): Promise<FileInfo> {
  try {
    return await confirm(files, path, bytes)
  } catch (error) {
    await takeBack(files, { path, bytes, old }).catch(() => undefined)
    throw error
  }
}

async function confirm(files: FilePort, path: string, bytes: Uint8Array): Promise<FileInfo> {
  await files.syncFolder(dirname(path))
  const written = await files.info(path)
  const isWhole = written?.size === bytes.byteLength
  if (written === undefined || !(isWhole || (await isOfAnother(files, path, bytes))))
    throw new AppError('storage/failed', { path, systemCode: 'short write' })
  return written
}

/** Puts back what was there before, unless another program has written, replaced or removed the new file. */
async function takeBack(
  files: FilePort,
  { path, bytes, old }: { path: string; bytes: Uint8Array; old: Uint8Array | undefined },
): Promise<void> {
  if ((await files.info(path)) === undefined || (await isOfAnother(files, path, bytes))) return
  if (old === undefined) return files.remove(path)
  await putInPlace(files, { path, bytes: old }, { baseHash: hashOf(await files.read(path)) })
}

/** Whether the file holds something else than these bytes or a beginning of them. */
async function isOfAnother(files: FilePort, path: string, bytes: Uint8Array): Promise<boolean> {
  const found = await files.read(path)
  return found.byteLength > bytes.byteLength || hashOf(found) !== hashOf(bytes.subarray(0, found.byteLength))
}

/** Whether `name` is that of a temporary file of `writeDurably`. */
export function isTemporaryName(name: string): boolean {
  return /^\..*\.[0-9a-f]{12}\.tmp$/.test(name)
}
