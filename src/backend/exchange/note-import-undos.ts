import { trashFolderAt } from '../../shared/domain/trash-path'
import { isAppError } from '../../shared/contract/app-error'
import { AttachmentStore } from '../attachments/attachment-store'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'

const mostUndos = 5

/** A file that an import made, and the hash of what it got. */
export interface MadeFile {
  readonly path: string
  readonly hash: string
}

interface Undo {
  readonly notebook: OpenNotebook
  readonly lists: readonly MadeFile[]
  /** What was added to the study log. */
  readonly study: MadeFile | undefined
  readonly notes: readonly MadeFile[]
  readonly attachments: readonly MadeFile[]
}

/** Imports of notes that can be taken back. */
export class NoteImportUndos {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts
  readonly #undos = new Map<string, Undo>()

  constructor(notebooks: NotebookService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#ports = ports
  }

  remember(undo: Undo): string {
    const id = this.#ports.newId()
    this.#undos.set(id, undo)
    const [oldest] = this.#undos.keys()
    if (this.#undos.size > mostUndos && oldest !== undefined) this.#undos.delete(oldest)
    return id
  }

  /** Moves what is as it was made into the trash. `kept` are paths of what stays. */
  async undo(undoId: string, clientId: string): Promise<{ trashed: number; kept: string[] }> {
    const undo = this.#undos.get(undoId)
    if (undo?.notebook !== this.#notebooks.notebook) return { trashed: 0, kept: [] }
    undo.notebook.assertWritable()
    this.#undos.delete(undoId)
    const folder = trashFolderAt(this.#ports.now())
    const kept: string[] = []
    const gone: MadeFile[] = []
    try {
      for (const note of undo.notes) {
        if (await trashNote(undo.notebook, note, folder)) gone.push(note)
        else kept.push(note.path)
      }
    } finally {
      this.#notebooks.notesChanged(
        undo.notebook,
        gone.map(({ path }) => ({ path })),
        clientId,
      )
    }
    if (undo.study !== undefined) {
      if (await undo.notebook.studyStore.remove(undo.study)) gone.push(undo.study)
      else kept.push(undo.study.path)
      await undo.notebook.loadStudy()
      this.#notebooks.questionsChanged(clientId)
    }
    const before = undo.notebook.lists
    for (const list of undo.lists) {
      const isRemoved = await removeList(undo.notebook, list)
      if (isRemoved) gone.push(list)
      else kept.push(list.path)
    }
    if (undo.lists.length > 0) {
      await undo.notebook.loadLists()
      this.#notebooks.listsChanged(undo.notebook, before, clientId)
    }
    for (const file of undo.attachments) {
      const isMoved = await trashAttachment(undo.notebook, file, folder)
      if (isMoved) gone.push(file)
      else kept.push(file.path)
    }
    return { trashed: gone.length, kept }
  }
}

async function trashNote(notebook: OpenNotebook, { path, hash }: MadeFile, folder: string): Promise<boolean> {
  return notebook.writes.run(path, async () => {
    try {
      if ((await notebook.noteStore.read(path)).hash !== hash) return false
      const trashPath = await notebook.noteStore.moveToTrash(path, folder)
      notebook.notes.delete(path)
      notebook.noteMoved(path, trashPath)
      return true
    } catch (error) {
      if (isAppError(error, 'notes/not-found')) return false
      throw error
    }
  })
}

/** Lists are no notes of the trash; this one is in the folder that it came from. */
async function removeList(notebook: OpenNotebook, { path, hash }: MadeFile): Promise<boolean> {
  const file = await notebook.listStore.read(path).catch(() => undefined)
  if (file?.hash !== hash) return false
  await notebook.listStore.remove(path.slice('questions/'.length).replace(/\.md$/i, ''))
  return true
}

/** A file that some note links to stays with it. */
async function trashAttachment(
  notebook: OpenNotebook,
  { path, hash }: MadeFile,
  folder: string,
): Promise<boolean> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (notebook.notes.linkingTo([name.normalize('NFC').toLowerCase()]).length > 0) return false
  const store = new AttachmentStore(notebook.files, notebook.info.path)
  if ((await store.hash(path)) !== hash) return false
  await store.moveToTrash(path, folder)
  return true
}
