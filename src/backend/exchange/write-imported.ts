import { dirname, join } from 'node:path'
import { AttachmentStore } from '../attachments/attachment-store'
import { missingFolders } from '../files/make-folder-durably'
import { hashOf } from '../files/text-file'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { MadeFile } from './note-import-undos'

/** So that the disk always has something to do, and others who write notes wait for a moment only. */
const notesAtOnce = 16
/** They may be large. */
const attachmentsAtOnce = 4

export interface ImportedFiles {
  /** Paths of the notebook, with what gives their content. */
  readonly attachments: readonly { readonly path: string; readonly read: () => Promise<Uint8Array> }[]
  readonly notes: readonly { readonly path: string; readonly read: () => Promise<string> }[]
}

/**
 * Writes attachments first, so that no note is there without what it shows. All of it, or nothing: when a file can't be written,
 * or `onFile` throws, what was written is removed again, with its folders.
 *
 * @throws AppError `storage/…`, and what `onFile` throws.
 */
export async function writeImported(
  notebook: OpenNotebook,
  { attachments, notes }: ImportedFiles,
  onFile: () => void,
): Promise<{ notes: MadeFile[]; attachments: MadeFile[] }> {
  const writing = new ImportWriting(notebook)
  try {
    const madeAttachments = await inTurns(attachments, attachmentsAtOnce, async batch => {
      for (let count = 0; count < batch.length; count += 1) onFile()
      return all(batch.map(({ path, read }) => writing.attachment(path, read)))
    })
    const madeNotes = await inTurns(notes, notesAtOnce, async batch => {
      for (let count = 0; count < batch.length; count += 1) onFile()
      return notebook.writes.run('notes/', () => all(batch.map(({ path, read }) => writing.note(path, read))))
    })
    return { attachments: madeAttachments, notes: madeNotes }
  } catch (error) {
    await writing.takeBack()
    throw error
  }
}

class ImportWriting {
  readonly #notebook: OpenNotebook
  readonly #store: AttachmentStore
  readonly #folders = new Set<string>()
  readonly #undo: (() => Promise<unknown>)[] = []

  constructor(notebook: OpenNotebook) {
    this.#notebook = notebook
    this.#store = new AttachmentStore(notebook.files, notebook.info.path)
  }

  async attachment(path: string, read: () => Promise<Uint8Array>): Promise<MadeFile> {
    const bytes = await read()
    await this.#noteFolders(path)
    await this.#store.create(path.slice('attachments/'.length), bytes)
    this.#undo.push(() => this.#store.remove(path))
    return { path, hash: hashOf(bytes) }
  }

  async note(path: string, read: () => Promise<string>): Promise<MadeFile> {
    const { noteStore, notes } = this.#notebook
    const text = await read()
    await this.#noteFolders(path)
    const written = await noteStore.create(path, text)
    this.#undo.push(async () => {
      notes.delete(path)
      await noteStore.remove(path)
    })
    this.#notebook.remember({ path, text, ...written, problem: undefined })
    return { path, hash: written.hash }
  }

  async takeBack(): Promise<void> {
    for (const step of this.#undo.reverse()) await step().catch(() => undefined)
    const deepestFirst = [...this.#folders].sort((a, b) => b.length - a.length)
    for (const folder of deepestFirst)
      await this.#notebook.files.removeEmptyFolder(folder).catch(() => undefined)
  }

  /** Remembers which folders are not there before. */
  async #noteFolders(path: string): Promise<void> {
    const { files, info } = this.#notebook
    const missing = await missingFolders(files, dirname(join(info.path, path))).catch(() => [])
    for (const folder of missing) this.#folders.add(folder)
  }
}

async function inTurns<T, R>(
  items: readonly T[],
  atOnce: number,
  run: (batch: readonly T[]) => Promise<R[]>,
): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += atOnce) results.push(...(await run(items.slice(at, at + atOnce))))
  return results
}

/** As `Promise.all`, but when one fails it first waits for the others, so that none goes on afterwards. */
async function all<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}
