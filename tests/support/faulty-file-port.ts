import { setTimeout as delay } from 'node:timers/promises'
import { Random } from '../bench/search/random'
import type { FilePort } from '../../src/backend/files/file-port'

/** What goes wrong at one call of the port. */
export type Fault =
  /** Nothing is done. */
  | { readonly kind: 'error'; readonly code: string }
  /** A part of the bytes is written, then it fails. Other methods than the writing ones do nothing. */
  | { readonly kind: 'torn'; readonly code: string; readonly share: number }
  /** It is done, and said to have failed. */
  | { readonly kind: 'late'; readonly code: string }
  /** It is done later, after what was called meanwhile. */
  | { readonly kind: 'slow'; readonly delayMs: number }

export type FileMethod = keyof FilePort

/** Decides what goes wrong at a call; `index` counts the calls since the plan was set. */
export type FaultPlan = (call: {
  readonly index: number
  readonly method: FileMethod
  readonly path: string
}) => Fault | undefined

export interface FaultyFilePort {
  readonly files: FilePort
  /** Every call since the plan was set, in order, with what went wrong: enough to tell and to replay it. */
  readonly calls: readonly FaultyCall[]
  /** From now on faults come by this plan; undefined for none. */
  setPlan(plan: FaultPlan | undefined): void
  /** The faults that came, one to a line. */
  describe(): string
}

export interface FaultyCall {
  readonly method: FileMethod
  readonly path: string
  readonly fault: Fault | undefined
}

/** What each method may fail with on a real system. */
const codesOf: Readonly<Partial<Record<FileMethod, readonly string[]>>> = {
  read: ['EIO', 'EACCES', 'EMFILE'],
  writeNew: ['ENOSPC', 'EACCES', 'EIO', 'EMFILE', 'EROFS', 'EDQUOT'],
  append: ['ENOSPC', 'EACCES', 'EIO', 'EMFILE', 'EDQUOT'],
  rename: ['EBUSY', 'EPERM', 'EACCES', 'ENOSPC', 'EIO'],
  renameNew: ['EBUSY', 'EPERM', 'EACCES', 'ENOSPC', 'EIO'],
  copyNew: ['ENOSPC', 'EACCES', 'EIO', 'EMFILE'],
  remove: ['EBUSY', 'EPERM', 'EIO'],
  makeFolder: ['ENOSPC', 'EACCES', 'EIO'],
  removeEmptyFolder: ['EBUSY', 'EPERM'],
  syncFolder: ['EIO', 'ENOSPC'],
  list: ['EACCES', 'EIO', 'EMFILE'],
  info: ['EACCES', 'EIO'],
  realPath: ['EACCES', 'EIO'],
  hold: ['EACCES', 'EIO', 'EMFILE'],
}

/** A file port whose every call can fail, tear or come late. */
export function createFaultyFilePort(real: FilePort): FaultyFilePort {
  const calls: FaultyCall[] = []
  let plan: FaultPlan | undefined
  const files = new Proxy(real, {
    get: (target, method: FileMethod) => {
      const own = target[method] as ((...args: unknown[]) => Promise<unknown>) | undefined
      if (own === undefined) return undefined
      const run = own.bind(target)
      return async (...args: unknown[]) => {
        const path = String(args[0])
        const fault = plan?.({ index: calls.length, method, path })
        calls.push({ method, path, fault })
        return carryOut({ real: target, method, args, run: () => run(...args) }, fault)
      }
    },
  })
  return {
    files,
    calls,
    setPlan: next => {
      calls.length = 0
      plan = next
    },
    describe: () =>
      calls
        .flatMap(({ method, path, fault }, index) =>
          fault === undefined ? [] : [`#${index} ${method} ${path}: ${describeFault(fault)}`],
        )
        .join('\n'),
  }
}

/** The same faults for the same seed: each call has one with the probability `rate`. */
export function randomFaults(seed: number, rate: number): FaultPlan {
  return ({ index, method }) => {
    const random = new Random(seed * 7919 + index)
    const codes = codesOf[method]
    if (codes === undefined || random.next() >= rate) return undefined
    const code = random.from(codes)
    const kind = random.from(['error', 'error', 'torn', 'late', 'slow'] as const)
    switch (kind) {
      case 'error':
      case 'late':
        return { kind, code }
      case 'torn':
        return { kind, code, share: random.next() }
      case 'slow':
        return { kind, delayMs: random.below(8) }
    }
  }
}

/** Only the call with this index fails. */
export function failAt(index: number, fault: Fault): FaultPlan {
  return call => (call.index === index ? fault : undefined)
}

/** Every call that writes fails, as on a full or read-only disk. */
export function failWrites(code: string): FaultPlan {
  const writing: readonly FileMethod[] = ['writeNew', 'append', 'copyNew', 'makeFolder']
  return ({ method }) => (writing.includes(method) ? { kind: 'torn', code, share: 0.5 } : undefined)
}

interface Call {
  readonly real: FilePort
  readonly method: FileMethod
  readonly args: readonly unknown[]
  readonly run: () => Promise<unknown>
}

async function carryOut(call: Call, fault: Fault | undefined): Promise<unknown> {
  switch (fault?.kind) {
    case undefined:
      return call.run()
    case 'slow':
      await delay(fault.delayMs)
      return call.run()
    case 'late':
      await call.run()
      throw systemError(fault.code, call)
    case 'torn':
      await writePart(call, fault.share)
      throw systemError(fault.code, call)
    case 'error':
      throw systemError(fault.code, call)
  }
}

async function writePart({ real, method, args: [path, content] }: Call, share: number): Promise<void> {
  if (method === 'writeNew' && content instanceof Uint8Array)
    await real.writeNew(String(path), content.slice(0, Math.floor(content.byteLength * share)))
  if (method === 'append') {
    const text = String(content)
    await real.append(String(path), text.slice(0, Math.floor(text.length * share)))
  }
}

function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'slow':
      return `${fault.delayMs} ms late`
    case 'torn':
      return `${fault.code} after ${Math.round(fault.share * 100)} % of the bytes`
    case 'late':
      return `${fault.code} after it was done`
    case 'error':
      return fault.code
  }
}

function systemError(code: string, { method, args }: Call): Error {
  return Object.assign(new Error(`${code}: ${method} '${String(args[0])}'`), { code })
}
