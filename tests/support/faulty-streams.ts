import { Writable } from 'node:stream'
import type { FileStreamPort } from '../../src/backend/files/file-stream-port'

export interface FaultyStreams {
  readonly streams: FileStreamPort
  /** Steps of streams since the last `failAt`: opening, each piece that is written, the end. */
  readonly steps: number
  /** From now on the step with this index fails, from 0; undefined for none. Half of a piece is written then. */
  failAt(index: number | undefined, code?: string): void
}

/** Streams whose every step can fail. */
export function createFaultyStreams(real: FileStreamPort): FaultyStreams {
  let [steps, failing, failure] = [0, -1, 'ENOSPC']
  const fault = (): Error | undefined => {
    steps += 1
    return steps - 1 === failing ? Object.assign(new Error(failure), { code: failure }) : undefined
  }
  return {
    get steps() {
      return steps
    },
    failAt: (index, code = 'ENOSPC') => {
      ;[steps, failing, failure] = [0, index ?? -1, code]
    },
    streams: {
      read: async path => {
        const error = fault()
        if (error !== undefined) throw error
        return real.read(path)
      },
      writeNew: path => faultyWritable(real.writeNew(path), fault),
    },
  }
}

function faultyWritable(file: Writable, fault: () => Error | undefined): Writable {
  let failure: Error | undefined
  file.on('error', error => (failure ??= error))
  return new Writable({
    write: (piece: Buffer, _encoding, done) => {
      const error = fault()
      const part = error === undefined ? piece : piece.subarray(0, piece.length / 2)
      file.write(part, cause => done(error ?? cause))
    },
    final: done => {
      const error = fault()
      if (error !== undefined) return void done(error)
      file.once('close', () => done(failure))
      file.end()
    },
    destroy: (error, done) => {
      if (file.closed) return void done(error)
      file.once('close', () => done(error))
      file.destroy()
    },
  })
}
