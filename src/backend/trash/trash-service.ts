import type { TrashedNote } from '../../shared/contract/trash-procedures'
import type { AppErrorCode } from '../../shared/contract/app-error'
import { fileNameFor } from '../../shared/domain/file-names'
import { readNote } from '../../shared/domain/note'
import { fileTitle } from '../../shared/domain/file-title'
import { originOf } from '../../shared/domain/trash-path'
import { mapConcurrently } from '../files/map-concurrently'
import { storageError } from '../files/storage-error'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NoteService } from '../notes/note-service'
import type { ListChanges } from '../questions/list-changes'
import { TrashStore } from './trash-store'

/** Notes and question lists that were moved to the trash: what they are, back to their places, or gone for good. */
export class TrashService {
  readonly #notebooks: NotebookService
  readonly #notes: NoteService
  readonly #lists: ListChanges

  constructor(notebooks: NotebookService, notes: NoteService, lists: ListChanges) {
    this.#notebooks = notebooks
    this.#notes = notes
    this.#lists = lists
  }

  /** What was moved to the trash last comes first. */
  async list(): Promise<TrashedNote[]> {
    const store = storeOf(this.#notebooks.notebook)
    const notes = await mapConcurrently(await store.list(), 16, async trashPath => {
      const { from, trashedAt } = originOf(trashPath)
      const text = await store.read(trashPath).catch(() => '')
      return { trashPath, from, trashedAt: trashedAt ?? null, title: readNote(from, text).title }
    })
    return notes.sort((a, b) => (b.trashedAt ?? 0) - (a.trashedAt ?? 0) || (a.from < b.from ? -1 : 1))
  }

  /** @throws AppError `notes/bad-path`, `notes/not-text`, `storage/…`. */
  async read(trashPath: string): Promise<{ text: string }> {
    return { text: await storeOf(this.#notebooks.notebook).read(trashPath) }
  }

  /** @throws AppError as `NoteService.restore`. */
  async restore(trashPath: string, clientId: string): Promise<{ path: string }> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const { from } = originOf(trashPath)
    const folder = from.slice(0, from.lastIndexOf('/'))
    const isList = from.startsWith('questions/')
    const taken = isList ? await notebook.listStore.takenNames() : await notebook.noteStore.takenNames(folder)
    const name = from.slice(folder.length + 1)
    const isTaken = taken.has(name.normalize('NFC').toLowerCase())
    const free = isTaken ? fileNameFor(fileTitle(from), '.md', lower => taken.has(lower)) : name
    const path = `${folder}/${free}`
    if (isList) await this.#lists.putBack({ path, trashPath }, clientId)
    else await this.#notes.restore({ path, trashPath }, clientId)
    return { path }
  }

  /** Deletes as many as can be. */
  async delete(
    trashPaths: readonly string[],
  ): Promise<{ deleted: number; failed: { trashPath: string; code: AppErrorCode }[] }> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const store = storeOf(notebook)
    const failed: { trashPath: string; code: AppErrorCode }[] = []
    for (const trashPath of trashPaths) {
      try {
        await notebook.writes.run(trashPath, () => store.remove(trashPath))
        await notebook.history.forget(trashPath)
      } catch (error) {
        failed.push({ trashPath, code: storageError(error, trashPath).code })
      }
    }
    return { deleted: trashPaths.length - failed.length, failed }
  }
}

function storeOf({ files, info }: OpenNotebook): TrashStore {
  return new TrashStore(files, info.path)
}
