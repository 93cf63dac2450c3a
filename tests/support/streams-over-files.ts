import { Readable, Writable } from 'node:stream'
import type { FilePort } from '../../src/backend/files/file-port'
import type { FileStreamPort } from '../../src/backend/files/file-stream-port'

/** Streams of a file port: a file is read at once, and written at once when its stream ends. */
export function streamsOverFiles(files: FilePort): FileStreamPort {
  return {
    read: async path => Readable.from([await files.read(path)]),
    writeNew: path => {
      const pieces: Buffer[] = []
      return new Writable({
        write: (piece: Buffer, _encoding, done) => {
          pieces.push(piece)
          done()
        },
        final: done => {
          files.writeNew(path, Buffer.concat(pieces)).then(() => done(), done)
        },
      })
    },
  }
}
