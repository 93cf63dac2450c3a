import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '../../shared/contract/app-error'
import type { BackendPorts } from '../ports'
import type { HeldFileState } from './file-port'
import { largestTextFileBytes } from './text-file'
import type { ReplacedFile } from './write-durably'

/** From one look to the next, beginning with the renaming and with each late write. */
const waitsMs = [0, 50, 200, 750, 1000] as const
/** What has not changed for so long is written to its end. */
const settleMs = 50
const mostSettles = 10
/** Beyond so many, the oldest are looked at for the last time. */
export const mostWatched = 48
/** Beyond so many descriptors, those that are being closed too, nothing more is watched. */
export const mostHeld = 64
/** Of what replaced files held, for comparison. */
const mostBytes = 16 * 1024 * 1024

/** What another program wrote into a file that had been replaced meanwhile. */
export interface LateWrite {
  /** Of the file that has the name now. */
  readonly path: string
  /** What both were made from: the file that has the name now, and `after`. */
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/** Resolves to whether it is in the file now; rejects to be called again at the next look. */
type TakeLateWrite = (write: LateWrite) => Promise<boolean>

/**
 * Looks for two seconds at files that were replaced: a program that had opened one before writes into it still, and nobody
 * else would ever see that. All of it happens behind what the caller does. Without `startTimer` a file is looked at once, and
 * when it is let go.
 */
export class ReplacedFiles {
  readonly #ports: Pick<BackendPorts, 'startTimer' | 'log'>
  readonly #watched = new Set<WatchedFile>()
  #take: TakeLateWrite = async () => false
  #isClosed = false

  constructor(ports: Pick<BackendPorts, 'startTimer' | 'log'>) {
    this.#ports = ports
  }

  /** `listener` takes what comes. */
  onLateWrite(listener: TakeLateWrite): void {
    this.#take = listener
  }

  /** What takes over a replaced file; undefined when there is no room for one. `path` is what late writes are told with. */
  watcherFor(path: string): ((replaced: ReplacedFile) => void) | undefined {
    return this.#hasRoom ? replaced => this.#watch(path, replaced) : undefined
  }

  /** What was at `from` is at `to` now. */
  moved(from: string, to: string): void {
    for (const file of this.#watched) if (file.path === from) file.path = to
  }

  /** Looks at all of them once more and lets them go. Later ones are not watched. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const file of this.#watched) file.end()
    await Promise.all([...this.#watched].map(file => file.isDone))
  }

  get #hasRoom(): boolean {
    return !this.#isClosed && this.#watched.size < mostHeld
  }

  #watch(path: string, replaced: ReplacedFile): void {
    if (!this.#hasRoom) return void replaced.file.close().catch(this.#failed)
    const file = new WatchedFile(path, replaced)
    this.#watched.add(file)
    this.#endOldest()
    file.isDone = this.#follow(file)
  }

  #endOldest(): void {
    const going = [...this.#watched].filter(({ isEnding }) => !isEnding)
    let bytes = going.reduce((sum, file) => sum + file.bytes.byteLength, 0)
    for (const [index, file] of going.entries()) {
      if (going.length - index <= mostWatched && bytes <= mostBytes) return
      bytes -= file.bytes.byteLength
      file.end()
    }
  }

  async #follow(file: WatchedFile): Promise<void> {
    let look = 0
    while (look < waitsMs.length) {
      await file.wait(waitsMs[look] ?? 0, this.#ports.startTimer)
      const isLast = file.isEnding
      const isWritten = await this.#look(file).catch(this.#failed)
      if (isLast) break
      look = isWritten === true ? 1 : look + 1
    }
    await file.close().catch(this.#failed)
    this.#watched.delete(file)
  }

  /** Whether anything was written since the last look. */
  async #look(file: WatchedFile): Promise<boolean> {
    if ((await file.look()).contentMark === file.state.contentMark) return false
    const state = await settled(file)
    if (state.size > largestTextFileBytes)
      throw new AppError('storage/too-large', {
        path: file.path,
        size: state.size,
        limit: largestTextFileBytes,
      })
    // A program that writes a file anew empties it first: there is nothing to take, and what comes is to be compared with more.
    if (state.size > 0) {
      const after = await file.read()
      if (await this.#take({ path: file.path, before: file.bytes, after })) file.bytes = after
    }
    file.state = state
    return true
  }

  readonly #failed = (error: unknown): void => {
    this.#ports.log('warning', 'a file that was replaced could not be looked at', error)
  }
}

/** Waits until nothing is written for a moment; not for ever. */
async function settled(file: WatchedFile): Promise<HeldFileState> {
  let state = await file.look()
  for (let count = 0; count < mostSettles; count += 1) {
    await delay(settleMs)
    const next = await file.look()
    if (next.contentMark === state.contentMark) break
    state = next
  }
  return state
}

class WatchedFile {
  path: string
  bytes: Uint8Array
  state: HeldFileState
  isEnding = false
  isDone: Promise<void> | undefined
  readonly #file: ReplacedFile['file']
  #wake: () => void = () => undefined

  constructor(path: string, { file, bytes }: ReplacedFile) {
    this.path = path
    this.bytes = bytes
    this.state = file.state
    this.#file = file
  }

  look(): Promise<HeldFileState> {
    return this.#file.look()
  }

  read(): Promise<Uint8Array> {
    return this.#file.read()
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  /** Resolves after the delay, or when it is to end. */
  async wait(delayMs: number, startTimer: BackendPorts['startTimer']): Promise<void> {
    if (delayMs === 0 || this.isEnding) return
    let cancel: (() => void) | undefined
    await new Promise<void>(resolve => {
      this.#wake = resolve
      cancel = startTimer?.(delayMs, resolve)
    })
    cancel?.()
  }

  /** What follows is the last look. */
  end(): void {
    this.isEnding = true
    this.#wake()
  }
}
