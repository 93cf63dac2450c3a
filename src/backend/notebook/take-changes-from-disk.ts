import { relative, sep } from 'node:path'
import { isAppError } from '../../shared/contract/app-error'
import type { StoredQuestionList } from '../questions/question-list-store'
import { knownText } from '../history/known-texts'
import type { OpenNotebook } from './open-notebook'

export interface NoteFromDisk {
  readonly path: string
  readonly text: string | undefined
  /** Whether there was none at its path before. */
  readonly isNew: boolean
}

/** What another program changed; `text` is undefined for a note that can't be read. */
export interface ChangesFromDisk {
  readonly notes: readonly NoteFromDisk[]
  /** Paths of notes that are known and not there. */
  readonly missing: readonly string[]
  /** The lists as they were, when they changed. */
  readonly listsBefore: readonly StoredQuestionList[] | undefined
  readonly study: boolean
  /** Paths of files under `attachments/` that came, went, or are others. */
  readonly attachments: readonly string[]
  /** Notes that could not be looked at, and why. */
  readonly problems: readonly unknown[]
}

/**
 * Reads what another program changed below the notebook's folder; contents decide, not clocks, so that what we
 * wrote ourselves is no change. `paths` are absolute.
 */
export async function takeChangesFromDisk(
  notebook: OpenNotebook,
  paths: readonly string[],
): Promise<ChangesFromDisk> {
  const relatives = paths.map(path => relative(notebook.info.path, path).split(sep).join('/'))
  const notes: NoteFromDisk[] = []
  const missing: string[] = []
  const problems: unknown[] = []
  for (const path of new Set(relatives.filter(path => path.startsWith('notes/') && /\.md$/i.test(path)))) {
    try {
      const change = await takeNote(notebook, path)
      if (change === 'missing') missing.push(path)
      else if (change !== undefined) notes.push(change)
    } catch (error) {
      problems.push(error)
    }
  }
  const { lists, studyEvents } = notebook
  if (relatives.some(path => path.startsWith('questions/'))) await notebook.loadLists()
  const logs = relatives.flatMap(path => (path.startsWith('study/') ? [path.slice('study/'.length)] : []))
  if (logs.length > 0) await notebook.takeStudy(logs)
  return {
    notes,
    missing,
    listsBefore: isSame(lists, notebook.lists) ? undefined : lists,
    study: studyEvents !== notebook.studyEvents,
    attachments: relatives.filter(path => path.startsWith('attachments/')),
    problems,
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** Takes a note as it is on disk; undefined when it is as it is known, or neither there nor known. */
export async function takeNote(
  notebook: OpenNotebook,
  path: string,
): Promise<NoteFromDisk | 'missing' | undefined> {
  return notebook.writes.run(path, async () => {
    try {
      const file = await notebook.noteStore.read(path)
      const known = notebook.notes.get(path)
      if (file.hash !== '' && known?.hash === file.hash) return undefined
      notebook.history.saw(path, knownText(file))
      notebook.remember(file)
      return { path, text: file.text, isNew: known === undefined }
    } catch (error) {
      if (!isAppError(error, 'notes/not-found')) throw error
      return notebook.notes.get(path) === undefined ? undefined : 'missing'
    }
  })
}
