import type { VanishedNote } from '../../shared/contract/notebook-procedures'
import { isMassDeletion } from '../../shared/domain/is-mass-deletion'
import type { OpenNotebook } from './open-notebook'
import { takeNote } from './take-changes-from-disk'

/** A file may be away for a moment while another program replaces it. */
const graceMs = 700
/** Deletions one after another count together for so long. */
const togetherMs = 60_000

export interface VanishedNotesOptions {
  readonly notebook: OpenNotebook
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Notes are other than they were; those that the index no longer has are gone. */
  readonly onNotes: (
    changes: readonly { readonly path: string; readonly text?: string | undefined }[],
  ) => void
  /** Whether the notebook can be written has changed. */
  readonly onWritable: () => void
  readonly onProblem: (error: unknown) => void
}

/**
 * Decides about notes that are missing on disk: a few were deleted; many at once make the notebook read-only until they are
 * back or the user says so. Until then nothing that is known of them is forgotten.
 */
export class VanishedNotes {
  readonly #options: VanishedNotesOptions
  readonly #missing = new Set<string>()
  /** What was taken for deleted lately. */
  #deleted: { readonly note: VanishedNote; readonly at: number }[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: VanishedNotesOptions) {
    this.#options = options
  }

  /** These notes are not there; whether they stay away is looked at in a moment. */
  missing(paths: readonly string[]): void {
    if (paths.length === 0) return
    for (const path of paths) this.#missing.add(path)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#decide().catch(this.#options.onProblem), graceMs)
  }

  /** Looks at the vanished notes again. */
  async lookAgain(): Promise<VanishedNote[]> {
    const { notebook } = this.#options
    await this.#look([...notebook.vanished.keys()])
    return [...notebook.vanished.values()]
  }

  /** Those that are still missing were deleted. */
  async accept(): Promise<void> {
    const { notebook, onNotes, onWritable } = this.#options
    const paths = (await this.lookAgain()).map(({ path }) => path)
    if (paths.length === 0) return
    notebook.vanished.clear()
    this.#deleted = []
    this.#forget(paths, onNotes)
    onWritable()
  }

  dispose(): void {
    clearTimeout(this.#timer)
  }

  async #decide(): Promise<void> {
    const { notebook, now, onNotes, onWritable } = this.#options
    const paths = [...this.#missing]
    this.#missing.clear()
    const { moved, lost } = splitMoved(notebook, await this.#look(paths))
    for (const { from, to } of moved) notebook.noteMoved(from, to)
    this.#forget(
      moved.map(({ from }) => from),
      onNotes,
    )
    const gone = lost.map(path => noteAt(notebook, path))
    if (gone.length === 0) return
    this.#deleted = this.#deleted.filter(({ at }) => now() - at < togetherMs)
    const together = [...this.#deleted.map(({ note }) => note), ...gone]
    const known = notebook.notes.size + this.#deleted.length
    if (notebook.vanished.size > 0 || isMassDeletion(together.length, known)) {
      const wasWritable = notebook.vanished.size === 0
      for (const note of together) notebook.vanished.set(note.path, note)
      this.#deleted = []
      if (wasWritable) onWritable()
      return
    }
    this.#deleted.push(...gone.map(note => ({ note, at: now() })))
    this.#forget(
      gone.map(({ path }) => path),
      onNotes,
    )
  }

  /** Takes those that are there, and gives those that are not. */
  async #look(paths: readonly string[]): Promise<string[]> {
    const { notebook, onNotes } = this.#options
    const changes: { path: string; text: string | undefined }[] = []
    const missing: string[] = []
    for (const path of paths) {
      const change = await takeNote(notebook, path)
      if (change === 'missing') missing.push(path)
      else if (change !== undefined) changes.push({ path, text: change.text })
    }
    if (changes.length > 0) onNotes(changes)
    this.#found(paths.filter(path => !missing.includes(path) && notebook.notes.get(path) !== undefined))
    return missing
  }

  #found(paths: readonly string[]): void {
    const { vanished } = this.#options.notebook
    const before = vanished.size
    for (const path of paths) vanished.delete(path)
    if (before > 0 && vanished.size === 0) this.#options.onWritable()
  }

  #forget(paths: readonly string[], onNotes: VanishedNotesOptions['onNotes']): void {
    const { notes, history } = this.#options.notebook
    for (const path of paths) {
      history.saw(path, undefined)
      notes.delete(path)
    }
    if (paths.length > 0) onNotes(paths.map(path => ({ path })))
  }
}

/** Missing notes whose content is elsewhere now were moved there. */
function splitMoved(
  { notes }: OpenNotebook,
  missing: readonly string[],
): { readonly moved: { readonly from: string; readonly to: string }[]; readonly lost: string[] } {
  const paths = new Set(missing)
  const present = new Map(
    [...notes.all()].flatMap(({ path, hash }) =>
      paths.has(path) || hash === '' ? [] : [[hash, path] as const],
    ),
  )
  const targetOf = (path: string): string | undefined => present.get(notes.get(path)?.hash ?? '')
  const moved = missing.flatMap(from => {
    const to = targetOf(from)
    return to === undefined ? [] : [{ from, to }]
  })
  return { moved, lost: missing.filter(path => targetOf(path) === undefined) }
}

function noteAt(notebook: OpenNotebook, path: string): VanishedNote {
  return { path, title: notebook.notes.get(path)?.title ?? path }
}
