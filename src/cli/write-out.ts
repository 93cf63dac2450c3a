import type { Writable } from 'node:stream'

/**
 * Writes text and waits until it is taken. A reader that has seen enough (`… | head`) is no failure; any other
 * error rejects.
 */
export function writeOut(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') resolve()
      else reject(error)
    }
    // Stays: the stream tells of an error after it has called back.
    output.once('error', fail)
    output.write(text, error => {
      if (error !== null && error !== undefined) return fail(error)
      output.off('error', fail)
      resolve()
    })
  })
}
