import { AppError } from '../../shared/contract/app-error'
import type { LeftoverConflict } from '../../shared/contract/conflict-procedures'
import { conflictCopyOf } from '../../shared/domain/sync/conflict-copy'
import { isSameOrigin } from '../../shared/domain/sync/is-same-origin'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NoteService } from './note-service'

/** Versions of notes that sync programs and git have left in the notebook. */
export class ConflictService {
  readonly #notebooks: NotebookService
  readonly #notes: NoteService

  constructor(notebooks: NotebookService, notes: NoteService) {
    this.#notebooks = notebooks
    this.#notes = notes
  }

  list(): Promise<LeftoverConflict[]> {
    return leftoverConflicts(this.#notebooks.notebook)
  }

  /** @throws AppError `notes/conflict` when the note or its copy has changed. */
  async mergeCopy(
    {
      path,
      baseHash,
      copyPath,
      copyHash,
      text,
    }: { path: string; baseHash: string; copyPath: string; copyHash: string; text: string },
    clientId: string,
  ): Promise<{ path: string; hash: string; trashPath: string }> {
    const copy = await this.#notes.read(copyPath)
    if (copy.hash !== copyHash) throw new AppError('notes/conflict', { path: copyPath })
    // The copy is in the trash as a whole in the end, so only the note's own lines are looked at.
    const { hash } = await this.#notes.resolveConflict({ path, text, mine: text, baseHash }, clientId)
    const { trashPath } = await this.#notes.trash(copyPath, clientId)
    return { path, hash, trashPath }
  }
}

/** The copies and markers in a notebook, by path. */
export async function leftoverConflicts(notebook: OpenNotebook): Promise<LeftoverConflict[]> {
  const found: LeftoverConflict[] = []
  for (const { path, hasConflictMarkers } of notebook.notes.all()) {
    if (hasConflictMarkers) found.push({ kind: 'markers', path })
    const copy = conflictCopyOf(path)
    if (copy === undefined || notebook.notes.get(copy.original) === undefined) continue
    const { original, isCertain } = copy
    if (!isCertain && !(await isVersionOf(notebook, path, original))) continue
    found.push({ kind: 'copy', path: original, copyPath: path, isCertain })
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function isVersionOf({ noteStore }: OpenNotebook, path: string, original: string): Promise<boolean> {
  const [copy, note] = await Promise.all(
    [path, original].map(each => noteStore.read(each).catch(() => undefined)),
  )
  if (copy?.text === undefined || note?.text === undefined) return false
  return isSameOrigin(copy.text, note.text)
}
