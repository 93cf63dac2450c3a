import { randomBytes } from 'node:crypto'
import { AppError, type AppErrorCode } from '../../shared/contract/app-error'
import type { HistoryReason } from '../../shared/contract/history-procedures'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import { versionsToDrop } from '../../shared/domain/history/thin-versions'
import { sizeOfText } from '../../shared/domain/markdown/text-size'
import type { KeyedQueue } from '../files/keyed-queue'
import { storageError } from '../files/storage-error'
import { decodeText, encodeText, hashOf } from '../files/text-file'
import type { BackendPorts } from '../ports'
import { foldHistory, type HistoryLine, type StoredVersion } from './history-line'
import type { HistoryStore } from './history-store'
import { KnownTexts, type KnownText } from './known-texts'

/** While a note is being written, it is kept so often at most. */
export const keepEveryMs = 5 * 60_000
/** Longer texts are not counted in passing. */
const mostBytesToCount = 300_000
/** So many steps that failed are held for another try; the oldest are what no other version has. */
const mostPending = 32

/** What is to be written, in this order. */
type Step =
  | {
      readonly kind: 'version'
      readonly path: string
      readonly bytes: Uint8Array
      readonly reason: HistoryReason
    }
  | { readonly kind: 'moved'; readonly from: string; readonly to: string }

/** Why the last version could not be kept. `since` is in epoch milliseconds. */
export interface HistoryFailure {
  readonly code: AppErrorCode
  readonly since: number
}

interface NoteHistoryOptions {
  readonly store: HistoryStore
  readonly device: string
  readonly writes: KeyedQueue
  readonly ports: Pick<BackendPorts, 'now' | 'log'>
  /** False for a notebook in which nothing may be written. */
  readonly isWritable: boolean
}

/**
 * What the notes of one notebook held earlier. All that keeps a version works behind what the caller does: it neither
 * delays a save nor makes one fail. A failure is in `failure` until a version could be kept again, and what could not be
 * kept is tried again.
 */
export class NoteHistory {
  readonly #options: NoteHistoryOptions
  readonly #texts = new KnownTexts()
  /** When a note was last kept since the notebook was opened. */
  readonly #keptAt = new Map<string, number>()
  #pending: Step[] = []
  #failure: HistoryFailure | undefined
  #folded: { readonly logs: readonly unknown[]; readonly versions: Map<string, StoredVersion[]> } | undefined
  #onChanged: (path: string) => void = () => undefined

  constructor(options: NoteHistoryOptions) {
    this.#options = options
  }

  get failure(): HistoryFailure | undefined {
    return this.#failure
  }

  /** `listener` hears of each note that has another history, and of one whose version could not be kept, or can again. */
  onChanged(listener: (path: string) => void): void {
    this.#onChanged = listener
  }

  /** Keeps what a note holds, unless that is its newest version already. Never rejects: see `failure`. */
  async snapshot(path: string, bytes: Uint8Array, reason: HistoryReason): Promise<void> {
    await this.keep(path, bytes, reason).catch(() => undefined)
  }

  /** As `snapshot`, for what must not go on without it. @throws AppError `storage/…`. */
  async keep(path: string, bytes: Uint8Array, reason: HistoryReason): Promise<void> {
    if (!this.#options.isWritable) return
    this.#keptAt.set(path, this.#options.ports.now())
    await this.#carryOut({ kind: 'version', path, bytes, reason })
  }

  /** A note is about to be changed here: what it holds is kept before the first change, and then every few minutes. */
  beforeChange(path: string, text: string, why?: HistoryReason): void {
    const keptAt = this.#keptAt.get(path)
    if (
      keptAt !== undefined &&
      this.#options.ports.now() - keptAt < keepEveryMs &&
      this.#failure === undefined
    )
      return
    void this.snapshot(path, encodeText(text), why ?? (keptAt === undefined ? 'session' : 'editing'))
  }

  /** A note was written here, and is known. */
  wrote(path: string, { text, hash }: { readonly text: string | undefined; readonly hash: string }): void {
    if (text !== undefined) this.#texts.set(path, { text, hash })
  }

  /** A note was moved away from `path` here, and what it holds now is known of its new one. */
  left(path: string): void {
    this.#texts.delete(path)
  }

  /** A note was read. When another program has changed it, what it held is kept, and its next change is a first one. */
  saw(path: string, found: KnownText | undefined): void {
    const known = this.#texts.get(path)
    if (known !== undefined && known.hash !== found?.hash) {
      void this.snapshot(path, encodeText(known.text), 'external')
      this.#keptAt.delete(path)
    }
    if (found === undefined) this.#texts.delete(path)
    else this.#texts.set(path, found)
  }

  /** A note has another path, that of its file in the trash too: its versions go with it. */
  moved(from: string, to: string): void {
    this.#texts.move(from, to)
    const keptAt = this.#keptAt.get(from)
    this.#keptAt.delete(from)
    if (keptAt === undefined) this.#keptAt.delete(to)
    else this.#keptAt.set(to, keptAt)
    void this.#carryOut({ kind: 'moved', from, to }).catch(() => undefined)
  }

  /** Removes what this device kept of a note that is deleted for good. @throws AppError `storage/…`. */
  async forget(path: string): Promise<void> {
    this.#texts.delete(path)
    await this.#inQueue(async () => {
      this.#pending = this.#pending.filter(step => step.kind === 'moved' || step.path !== path)
      const versions = (await this.#fold()).get(path) ?? []
      await this.#drop(versions.map(({ id }) => id))
    })
  }

  /** The versions of a note, the newest first. @throws AppError `storage/…`. */
  async list(path: string): Promise<readonly StoredVersion[]> {
    return this.#inQueue(async () => ((await this.#fold()).get(path) ?? []).toReversed())
  }

  /**
   * What a version of a note held.
   *
   * @throws AppError `history/not-found`, `history/damaged`, `storage/…`.
   */
  async read(path: string, id: string): Promise<string> {
    const version = (await this.list(path)).find(candidate => candidate.id === id)
    if (version === undefined) throw new AppError('history/not-found', { path, id })
    const text = decodeText(await this.#options.store.read(version))
    if (text === undefined) throw new AppError('history/damaged', { id })
    return text
  }

  /** Carries out what failed before, then a step. Rejects when any of it fails; that is tried again with the next one. */
  #carryOut(step: Step): Promise<void> {
    const path = step.kind === 'version' ? step.path : step.to
    return this.#inQueue(async () => {
      this.#pending.push(step)
      try {
        for (let next = this.#pending[0]; next !== undefined; next = this.#pending[0]) {
          await (next.kind === 'version' ? this.#write(next) : this.#move(next))
          this.#pending.shift()
        }
      } catch (error) {
        this.#pending.splice(mostPending)
        this.#failed(error, path)
        throw error
      }
      if (this.#failure === undefined) return
      this.#failure = undefined
      this.#onChanged(path)
    })
  }

  async #move({ from, to }: Extract<Step, { kind: 'moved' }>): Promise<void> {
    if (from === to || !(await this.#fold()).has(from)) return
    await this.#options.store.append([{ kind: 'moved', at: this.#options.ports.now(), from, to }])
    this.#onChanged(to)
  }

  async #write({ path, bytes, reason }: Extract<Step, { kind: 'version' }>): Promise<void> {
    const { store, ports } = this.#options
    const hash = hashOf(bytes)
    const newest = (await this.#fold()).get(path)?.at(-1)
    if (newest?.hash === hash) return
    await store.keep(hash, bytes)
    const line: HistoryLine = {
      kind: 'version',
      id: randomBytes(8).toString('hex'),
      at: ports.now(),
      path,
      hash,
      bytes: bytes.byteLength,
      words: countWords(bytes),
      reason,
    }
    await store.append([line])
    this.#onChanged(path)
    const versions = (await this.#fold()).get(path) ?? []
    await this.#drop(versionsToDrop(versions, ports.now()))
  }

  /** Drops those of the versions that are this device's, first from its log: what no line names may stay, not the reverse. */
  async #drop(ids: readonly string[]): Promise<void> {
    const { store, ports, device } = this.#options
    const all = [...(await this.#fold()).values()].flat().filter(version => version.device === device)
    const gone = all.filter(({ id }) => ids.includes(id))
    if (gone.length === 0) return
    await store.append([{ kind: 'dropped', at: ports.now(), ids: gone.map(({ id }) => id) }])
    const stillNamed = new Set(all.filter(({ id }) => !ids.includes(id)).map(({ hash }) => hash))
    for (const { hash } of gone) if (!stillNamed.has(hash)) await store.discard(hash)
  }

  async #fold(): Promise<Map<string, StoredVersion[]>> {
    const logs = await this.#options.store.readLogs()
    const read = [...logs.values()]
    const isSame =
      this.#folded?.logs.length === read.length &&
      read.every((log, index) => log === this.#folded?.logs[index])
    if (this.#folded === undefined || !isSame) this.#folded = { logs: read, versions: foldHistory(logs) }
    return this.#folded.versions
  }

  #inQueue<T>(task: () => Promise<T>): Promise<T> {
    return this.#options.writes.run('history', task)
  }

  #failed(error: unknown, path: string): void {
    const { ports } = this.#options
    const { code } = storageError(error, 'history')
    this.#failure = { code, since: this.#failure?.since ?? ports.now() }
    this.#onChanged(path)
    ports.log('error', 'a version of a note could not be kept', error)
  }
}

function countWords(bytes: Uint8Array): number | null {
  const text = bytes.byteLength > mostBytesToCount ? undefined : decodeText(bytes)
  return text === undefined ? null : sizeOfText(splitFrontMatter(text).body).words
}
