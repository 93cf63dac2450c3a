import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileStreamPort } from './file-stream-port'

/** The real file system. */
export function createNodeFileStreams(): FileStreamPort {
  return {
    read: async path => (await open(path)).createReadStream(),
    writeNew: path => createWriteStream(path, { flags: 'wx', flush: true }),
  }
}
