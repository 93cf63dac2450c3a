import { constants, lstatSync, renameSync, statSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import type { BigIntStats, Dirent } from 'node:fs'
import { dirname, join } from 'node:path'
import { markOf } from './node-file-mark'
import { FileChangedError, type FileInfo, type FilePort } from './file-port'
import { holdFile } from './node-held-file'

/** The real file system. */
export function createNodeFilePort(): FilePort {
  return {
    read: path => fs.readFile(path),
    writeNew: writeNewFile,
    append: (path, text) => appendToFile(path, text),
    rename,
    renameNew,
    copyNew: (from, to) => fs.copyFile(from, to, constants.COPYFILE_EXCL),
    remove: path => fs.unlink(path),
    makeFolder,
    removeEmptyFolder: path => fs.rmdir(path),
    syncFolder,
    list: async path => {
      const entries = await fs.readdir(path, { withFileTypes: true })
      return Promise.all(
        entries.map(async entry => ({ name: entry.name, kind: await entryKind(path, entry) })),
      )
    },
    info,
    realPath: path => fs.realpath(path),
    canWrite: path =>
      fs.access(path, constants.W_OK).then(
        () => true,
        () => false,
      ),
    hold: process.platform === 'win32' ? undefined : holdFile,
  }
}

async function rename(from: string, to: string, mark?: string): Promise<void> {
  if (mark === undefined) return fs.rename(from, to)
  // Both at once: between two turns of the loop another program would have a millisecond and more.
  if (markOf(statSync(to, { bigint: true })) !== mark) throw new FileChangedError(to)
  renameSync(from, to)
}

async function renameNew(from: string, to: string): Promise<void> {
  // What a link to a symbolic link is differs from system to system.
  if (!(await fs.lstat(from)).isFile()) return renameUnlessTaken(from, to)
  try {
    await fs.link(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // Where a file can't have two names (FAT, many shares) systems say so in many ways; what else is wrong is met again.
    return renameUnlessTaken(from, to)
  }
  try {
    await fs.unlink(from)
  } catch (error) {
    await fs.unlink(to)
    throw error
  }
}

function renameUnlessTaken(from: string, to: string): void {
  // Both at once, as there is nothing that does it in one step.
  if (lstatSync(to, { throwIfNoEntry: false }) !== undefined)
    throw Object.assign(new Error(`EEXIST: file already exists, rename '${from}' -> '${to}'`), {
      code: 'EEXIST',
    })
  renameSync(from, to)
}

/**
 * Each folder is tried once, from the one that is wanted upwards. Node's own recursive `mkdir` tries for ever where a system says
 * of a folder in one that is there that it is missing, as in `/proc`.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await fs.mkdir(path)
  } catch (error) {
    if ((await info(path))?.kind === 'folder') return
    const { code } = error as NodeJS.ErrnoException
    // Also a link that leads nowhere.
    if (code === 'EEXIST')
      throw Object.assign(new Error(`ENOTDIR: not a folder, mkdir '${path}'`), { code: 'ENOTDIR' })
    const parent = dirname(path)
    if (code !== 'ENOENT' || parent === path) throw error
    // Others may have made it just now.
    if ((await info(parent)) === undefined) await makeFolder(parent)
    await fs.mkdir(path).catch(async (again: unknown) => {
      if ((await info(path))?.kind !== 'folder') throw again
    })
  }
}

async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function appendToFile(path: string, text: string): Promise<void> {
  const file = await fs.open(path, 'a')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await fs.open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function info(path: string): Promise<FileInfo | undefined> {
  try {
    const stats = await fs.stat(path, { bigint: true })
    const modifiedAt = Math.round(Number(stats.mtimeNs) / 1e6)
    return { kind: kindOf(stats), size: Number(stats.size), modifiedAt, mark: markOf(stats) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}

async function entryKind(folder: string, entry: Dirent): Promise<FileInfo['kind']> {
  if (!entry.isSymbolicLink()) return kindOf(entry)
  return (await info(join(folder, entry.name)).catch(() => undefined))?.kind ?? 'other'
}

function kindOf(entry: BigIntStats | Dirent): FileInfo['kind'] {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}
