import { createNodeFilePort } from '../../src/backend/files/node-file-port'
import type { FilePort } from '../../src/backend/files/file-port'

export interface FailingFiles {
  readonly files: FilePort
  /** Methods called so far, in order. */
  readonly calls: (keyof FilePort)[]
  /** Lets the call with this index fail with a system error; undefined for none. */
  failAt(index: number | undefined, code?: string): void
  /** Lets that call and every later one fail, as if the process had ended there. */
  failFrom(index: number, code?: string): void
}

/** The real file system, any call of which can be made to fail. */
export function failingFiles(real: FilePort = createNodeFilePort()): FailingFiles {
  const calls: (keyof FilePort)[] = []
  let failing: { index: number; code: string; isLasting?: boolean } | undefined
  const files = new Proxy(real, {
    get: (target, name: keyof FilePort) => {
      const method = target[name] as ((...args: unknown[]) => Promise<unknown>) | undefined
      if (method === undefined) return undefined
      return async (...args: unknown[]) => {
        const index = calls.push(name) - 1
        const fails =
          failing !== undefined &&
          (failing.isLasting === true ? index >= failing.index : index === failing.index)
        if (failing !== undefined && fails)
          throw Object.assign(new Error(failing.code), { code: failing.code })
        return method(...args)
      }
    },
  })
  return {
    files,
    calls,
    failAt: (index, code = 'ENOSPC') => {
      calls.length = 0
      failing = index === undefined ? undefined : { index, code }
    },
    failFrom: (index, code = 'EIO') => {
      calls.length = 0
      failing = { index, code, isLasting: true }
    },
  }
}
