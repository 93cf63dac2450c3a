import { join } from 'node:path'
import { z } from 'zod'
import { draft } from '../../shared/contract/journal-procedures'
import type { FilePort } from '../files/file-port'
import { makeFolderDurably } from '../files/make-folder-durably'
import { withStorageErrors } from '../files/storage-error'
import { decodeText, encodeText } from '../files/text-file'
import { writeDurably } from '../files/write-durably'

const storedDraft = draft.extend({
  /** The note that a save of this text, or of another state of it, is about to write. */
  saving: z
    .object({
      path: z.string(),
      /** Of the bytes that the note holds once it is saved. */
      hash: z.string(),
      /** Whether what is saved is no older than this text. */
      isNewer: z.boolean(),
    })
    .optional(),
})

/** A draft as it is on disk. */
export type StoredDraft = z.output<typeof storedDraft>

/** The name of a draft's file; its first group is the draft's id. */
export const draftName = /^draft-([0-9a-f-]{36})\.json$/

/** The files of unsaved text in one notebook's `.answerbook/journal/`. */
export class JournalStore {
  readonly #files: FilePort
  readonly #folder: string

  constructor(files: FilePort, root: string) {
    this.#files = files
    this.#folder = join(root, '.answerbook', 'journal')
  }

  /** Every draft that can be read; a damaged file stays where it is. */
  async read(): Promise<StoredDraft[]> {
    const info = await withStorageErrors(this.#folder, () => this.#files.info(this.#folder))
    if (info?.kind !== 'folder') return []
    const drafts: StoredDraft[] = []
    for (const { name } of await withStorageErrors(this.#folder, () => this.#files.list(this.#folder))) {
      if (!draftName.test(name)) continue
      const bytes = await this.#files.read(join(this.#folder, name)).catch(() => undefined)
      const found = bytes === undefined ? undefined : readDraft(bytes)
      if (found !== undefined) drafts.push(found)
    }
    return drafts
  }

  async write(kept: StoredDraft): Promise<void> {
    const path = this.#pathOf(kept.id)
    await withStorageErrors(path, () => makeFolderDurably(this.#files, this.#folder))
    await writeDurably(this.#files, path, encodeText(JSON.stringify(kept)))
  }

  async remove(id: string): Promise<void> {
    const path = this.#pathOf(id)
    await withStorageErrors(path, async () => {
      if ((await this.#files.info(path)) !== undefined) await this.#files.remove(path)
    })
  }

  #pathOf(id: string): string {
    return join(this.#folder, `draft-${id}.json`)
  }
}

function readDraft(bytes: Uint8Array): StoredDraft | undefined {
  try {
    return storedDraft.safeParse(JSON.parse(decodeText(bytes) ?? '')).data
  } catch {
    return undefined
  }
}
