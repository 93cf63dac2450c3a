import type { VanishedNote } from '../../shared/contract/notebook-procedures'
import { isMassDeletion } from '../../shared/domain/is-mass-deletion'
import type { OpenNotebook } from './open-notebook'
import { takeNote } from './take-changes-from-disk'

/** A file may be away for a moment while another program replaces it. */
const graceMs = 700
/** A note that came so long before another one vanished may be the same, moved. */
const movedWithinMs = 10_000
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
  /** A note is at another path; `onNotes` is to follow. */
  readonly onMoved: (moved: { readonly from: string; readonly to: string }) => void
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
  /** Notes that came lately, and when. */
  readonly #appeared = new Map<string, number>()
  /** What was taken for deleted lately. */
  #deleted: { readonly note: VanishedNote; readonly at: number }[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: VanishedNotesOptions) {
    this.#options = options
  }

  /** These notes are new. */
  appeared(paths: readonly string[]): void {
    const now = this.#options.now()
    for (const [path, at] of this.#appeared) if (now - at > movedWithinMs) this.#appeared.delete(path)
    for (const path of paths) this.#appeared.set(path, now)
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
    const { notebook, now, onNotes, onMoved, onWritable } = this.#options
    const paths = [...this.#missing]
    this.#missing.clear()
    const missing = await this.#look(paths)
    this.appeared([])
    const { moved, doubled, lost } = splitMoved(notebook, missing, [...this.#appeared.keys()])
    for (const { from, to } of moved) {
      this.#appeared.delete(to)
      notebook.noteMoved(from, to)
      onMoved({ from, to })
    }
    this.#forget([...moved.map(({ from }) => from), ...doubled], onNotes)
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
      else if (change !== undefined) changes.push(change)
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

interface Missing {
  readonly moved: readonly { readonly from: string; readonly to: string }[]
  /** Whose content is also in a note that was there before. */
  readonly doubled: readonly string[]
  readonly lost: readonly string[]
}

/** Tells what became of missing notes; each has moved to another one of those that appeared with its content. */
function splitMoved(
  { notes }: OpenNotebook,
  missing: readonly string[],
  appeared: readonly string[],
): Missing {
  const gone = new Set(missing)
  const hashOf = (path: string): string | undefined => notes.get(path)?.hash
  const places = new Map<string, string[]>()
  for (const path of appeared) {
    const hash = hashOf(path)
    if (hash !== undefined && !gone.has(path)) places.set(hash, [...(places.get(hash) ?? []), path])
  }
  const kept = new Set([...notes.all()].filter(({ path }) => !gone.has(path)).map(({ hash }) => hash))
  const [moved, doubled, lost]: [{ from: string; to: string }[], string[], string[]] = [[], [], []]
  for (const from of missing) {
    const hash = hashOf(from) ?? ''
    const free = places.get(hash) ?? []
    const to = free.find(path => nameOf(path) === nameOf(from)) ?? free[0]
    if (hash !== '' && to !== undefined) {
      moved.push({ from, to })
      places.set(
        hash,
        free.filter(path => path !== to),
      )
    } else if (hash !== '' && kept.has(hash)) doubled.push(from)
    else lost.push(from)
  }
  return { moved, doubled, lost }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function noteAt(notebook: OpenNotebook, path: string): VanishedNote {
  return { path, title: notebook.notes.get(path)?.title ?? path }
}
