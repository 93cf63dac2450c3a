import { join } from 'node:path'
import { z } from 'zod'
import type { FilePort } from '../files/file-port'
import { makeFolderDurably } from '../files/make-folder-durably'
import { withStorageErrors } from '../files/storage-error'

const studyEvent = z.object({
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  type: z.string(),
  question: z.string().optional(),
  status: z.string().optional(),
})
export type StudyEvent = z.output<typeof studyEvent>

/** The study log: one append-only file of JSON lines for each device. */
export class StudyStore {
  readonly #files: FilePort
  readonly #folder: string
  readonly #deviceId: string

  constructor(files: FilePort, root: string, deviceId: string) {
    this.#files = files
    this.#folder = join(root, 'study')
    this.#deviceId = deviceId
  }

  /** Events of all devices, each once, by time and then id; lines that can't be read are passed over and kept. */
  async read(): Promise<StudyEvent[]> {
    const info = await withStorageErrors(this.#folder, () => this.#files.info(this.#folder))
    if (info?.kind !== 'folder') return []
    const events = new Map<string, StudyEvent>()
    for (const entry of await withStorageErrors(this.#folder, () => this.#files.list(this.#folder))) {
      if (entry.kind !== 'file' || !entry.name.endsWith('.jsonl')) continue
      const path = join(this.#folder, entry.name)
      const text = decodeLeniently(await withStorageErrors(path, () => this.#files.read(path)))
      for (const line of text.split('\n')) {
        const event = readEvent(line)
        if (event !== undefined) events.set(event.id, event)
      }
    }
    return [...events.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  }

  /** Adds an event to this device's file; a torn last line of an earlier crash is closed first. */
  async append(event: StudyEvent): Promise<void> {
    const path = join(this.#folder, `${this.#deviceId}.jsonl`)
    await withStorageErrors(path, async () => {
      await makeFolderDurably(this.#files, this.#folder)
      const info = await this.#files.info(path)
      const isTorn = info !== undefined && info.size > 0 && (await this.#files.read(path)).at(-1) !== 0x0a
      await this.#files.append(path, `${isTorn ? '\n' : ''}${JSON.stringify(event)}\n`)
      if (info === undefined) await this.#files.syncFolder(this.#folder)
    })
  }
}

/** A torn or zeroed piece damages its own line only. */
function decodeLeniently(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

function readEvent(line: string): StudyEvent | undefined {
  if (line.trim() === '') return undefined
  try {
    const parsed = studyEvent.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
