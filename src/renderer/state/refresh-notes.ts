import type { QueryClient } from '@tanstack/react-query'
import type { NoteSummary } from '../../shared/contract/note-procedures'
import type { BackendAccess } from './backend'

/** From more notes on, all are asked for. */
const mostOneByOne = 50

export const notesKey = ['notes']
export const trashKey = [...notesKey, 'trash']

/**
 * Some notes changed: asks for these alone. A notebook may have thousands, and one is saved about once a second while the user
 * types. All are asked for where their order may be another one.
 */
export async function refreshNotes(
  queries: QueryClient,
  client: Pick<BackendAccess['client'], 'notes.list'>,
  paths: readonly string[],
): Promise<void> {
  const isAllWanted =
    paths.length > mostOneByOne || queries.isFetching({ queryKey: notesKey, exact: true }) > 0
  const changed = isAllWanted
    ? undefined
    : await client['notes.list']({ paths: [...paths] }).catch(() => undefined)
  const known = queries.getQueryData<NoteSummary[]>(notesKey)
  const notes = changed === undefined || known === undefined ? undefined : withChanged(known, paths, changed)
  if (notes === undefined) return queries.invalidateQueries({ queryKey: notesKey })
  queries.setQueryData<NoteSummary[]>(notesKey, notes)
  await queries.invalidateQueries({ queryKey: trashKey })
}

/** `known` with `changed` in place of what was at `paths`; undefined when a note is new or has another title. */
export function withChanged(
  known: readonly NoteSummary[],
  paths: readonly string[],
  changed: readonly NoteSummary[],
): NoteSummary[] | undefined {
  const left = new Map(changed.map(note => [note.path, note]))
  const gone = new Set(paths.filter(path => !left.has(path)))
  const notes: NoteSummary[] = []
  for (const note of known) {
    if (gone.has(note.path)) continue
    const now = left.get(note.path)
    if (now !== undefined && now.title !== note.title) return undefined
    left.delete(note.path)
    notes.push(now ?? note)
  }
  return left.size > 0 ? undefined : notes
}
