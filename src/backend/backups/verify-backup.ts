import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BackedUpFile } from './backup-manifest'
import { HashStream } from './hash-stream'
import { damaged, readBackup } from './zip-reader'

/**
 * Reads a backup again, every byte of it, and compares it with what was read when it was made.
 *
 * @throws AppError `backup/damaged`, `storage/…`.
 */
export async function verifyBackup(
  path: string,
  made: readonly BackedUpFile[],
  signal: AbortSignal,
): Promise<void> {
  const expected = new Map(made.map(file => [file.path, file]))
  await readBackup(path, async (_manifest, entries) => {
    if (entries.length !== expected.size) throw damaged(path, '')
    for (const entry of entries) {
      const hash = new HashStream()
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
      await pipeline(await entry.open(), hash, nowhere, { signal })
      if (hash.result().sha256 !== expected.get(entry.path)?.sha256) throw damaged(path, entry.path)
    }
  })
}
