import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'
import type { BigIntStats } from 'node:fs'
import { contentMarkOf, markOf } from './node-file-mark'
import type { HeldFile, HeldFileState } from './file-port'

/**
 * Opens a file that has one name and is no link; others are undefined.
 *
 * Not for Windows: there a file that is open can not be replaced by Node's `rename`
 * (https://github.com/nodejs/node/issues/29481), so that nobody else can have it open at that moment either.
 */
export async function holdFile(path: string): Promise<HeldFile | undefined> {
  const file = await openUnlinked(path)
  if (file === undefined) return undefined
  try {
    const stats = await file.stat({ bigint: true })
    if (stats.nlink === 1n) {
      return {
        mark: markOf(stats),
        state: stateOf(stats),
        look: async () => stateOf(await file.stat({ bigint: true })),
        read: () => readWhole(file),
        close: () => file.close(),
      }
    }
  } catch (error) {
    await file.close()
    throw error
  }
  await file.close()
  return undefined
}

async function openUnlinked(path: string): Promise<fs.FileHandle | undefined> {
  try {
    return await fs.open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') return undefined
    throw error
  }
}

function stateOf(stats: BigIntStats): HeldFileState {
  return { size: Number(stats.size), contentMark: contentMarkOf(stats) }
}

/** From the start, wherever an earlier read ended. */
async function readWhole(file: fs.FileHandle): Promise<Uint8Array> {
  const bytes = new Uint8Array((await file.stat()).size)
  let length = 0
  while (length < bytes.byteLength) {
    const { bytesRead } = await file.read(bytes, length, bytes.byteLength - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}
