import { isAppError, type AppError } from '../../shared/contract/app-error'
import type { ReplaceFile, ReplaceQuery } from '../../shared/contract/replace-procedures'
import { compileFinder, FindTooSlowError, type Finder } from '../../shared/domain/find/compile-finder'
import { replaceInText } from '../../shared/domain/find/replace-in-text'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import { encodeText } from '../files/text-file'
import { mapConcurrently } from '../files/map-concurrently'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { NoteService } from '../notes/note-service'
import type { BackendPorts } from '../ports'

/** Places of one note that a preview describes. */
const mostChanges = 20
const mostUndos = 5

interface Undo {
  readonly notebook: OpenNotebook
  /** Of each note its text before, and the hash of what it got. */
  readonly notes: readonly { readonly path: string; readonly before: string; readonly hash: string }[]
}

/** Replaces text across notes: what would change first, then in those that are still so; and takes it back. */
export class ReplaceService {
  readonly #notebooks: NotebookService
  readonly #notes: NoteService
  readonly #ports: BackendPorts
  readonly #undos = new Map<string, Undo>()

  constructor(notebooks: NotebookService, notes: NoteService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#notes = notes
    this.#ports = ports
  }

  async preview(
    query: ReplaceQuery,
  ): Promise<{ files: ReplaceFile[]; count: number; problem: string | null }> {
    const compiled = await compileFinder(query)
    if (compiled.kind === 'problem') return { files: [], count: 0, problem: compiled.text }
    const { notebook } = this.#notebooks
    const found: ReplaceFile[] = []
    let slow: string | undefined
    await mapConcurrently([...notebook.notes.all()], 16, async ({ path, title }) => {
      const file = await notebook.noteStore.read(path).catch(notReadable(notebook, path))
      if (file?.text === undefined || slow !== undefined) return
      const replaced = replaceUnlessTooSlow(file.text, compiled.find, query)
      if (replaced === undefined) slow = path
      const { count, changes } = replaced ?? { count: 0, changes: [] }
      if (count > 0) found.push({ path, title, hash: file.hash, count, changes: [...changes] })
    })
    if (slow !== undefined) return { files: [], count: 0, problem: `it takes too long in ${slow}` }
    const files = found.sort((a, b) => (a.path < b.path ? -1 : 1))
    return { files, count: files.reduce((sum, { count }) => sum + count, 0), problem: null }
  }

  async apply(
    query: ReplaceQuery,
    files: readonly { readonly path: string; readonly hash: string }[],
    clientId: string,
  ): Promise<{ changed: string[]; count: number; skipped: string[]; undoId: string }> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const compiled = await compileFinder(query)
    const find: Finder = compiled.kind === 'finder' ? compiled.find : () => []
    const done: Undo['notes'][number][] = []
    const skipped: string[] = []
    let count = 0
    let failure: AppError | undefined
    for (const { path, hash } of files) {
      try {
        const file = await notebook.noteStore.read(path).catch(notReadable(notebook, path))
        const isSame = file?.text !== undefined && file.hash === hash
        const replaced = isSame ? replaceUnlessTooSlow(file.text, find, query) : undefined
        if (replaced?.count === 0) continue
        if (replaced !== undefined && file?.text !== undefined)
          void notebook.history.snapshot(path, encodeText(file.text), 'replace')
        const note = replaced === undefined ? undefined : { path, text: replaced.text, baseHash: hash }
        const saved = note === undefined ? undefined : await this.#save(note, clientId)
        if (file?.text === undefined || saved === undefined) skipped.push(path)
        else done.push({ path, before: file.text, hash: saved })
        count += saved === undefined ? 0 : (replaced?.count ?? 0)
      } catch (error) {
        if (!isAppError(error)) throw error
        failure ??= error
        skipped.push(path)
      }
    }
    if (failure !== undefined && done.length === 0) throw failure
    return {
      changed: done.map(({ path }) => path),
      count,
      skipped,
      undoId: this.#remember({ notebook, notes: done }),
    }
  }

  async undo(undoId: string, clientId: string): Promise<{ restored: string[]; skipped: string[] }> {
    const undo = this.#undos.get(undoId)
    this.#undos.delete(undoId)
    const [restored, skipped]: [string[], string[]] = [[], []]
    if (undo?.notebook !== this.#notebooks.notebook) return { restored, skipped }
    for (const { path, before, hash } of undo.notes) {
      const saved = await this.#save({ path, text: before, baseHash: hash }, clientId)
      if (saved === undefined) skipped.push(path)
      else restored.push(path)
    }
    return { restored, skipped }
  }

  /** The new hash; undefined when the note has changed or is gone. */
  async #save(
    note: { path: string; text: string; baseHash: string },
    clientId: string,
  ): Promise<string | undefined> {
    try {
      return (await this.#notes.save(note, clientId)).hash
    } catch (error) {
      if (isAppError(error, 'notes/conflict') || isAppError(error, 'notes/not-found')) return undefined
      throw error
    }
  }

  #remember(undo: Undo): string {
    const id = this.#ports.newId()
    this.#undos.set(id, undo)
    const [oldest] = this.#undos.keys()
    if (this.#undos.size > mostUndos && oldest !== undefined) this.#undos.delete(oldest)
    return id
  }
}

/** A note that is gone, or that could not be read before either, is passed over; any other failure is one. */
function notReadable(notebook: OpenNotebook, path: string): (error: unknown) => undefined {
  return error => {
    const isKnown = notebook.notes.get(path)?.fileProblem !== undefined
    if (!isKnown && !isAppError(error, 'notes/not-found')) throw error
  }
}

/** Undefined where finding all takes too long. */
function replaceUnlessTooSlow(text: string, find: Finder, query: ReplaceQuery) {
  try {
    return replaceInBody(text, find, query)
  } catch (error) {
    if (error instanceof FindTooSlowError) return undefined
    throw error
  }
}

function replaceInBody(text: string, find: Finder, query: ReplaceQuery) {
  const { bom, block, body } = splitFrontMatter(text)
  const replaced = replaceInText(body, find, query, mostChanges)
  return { ...replaced, text: bom + block + replaced.text }
}
