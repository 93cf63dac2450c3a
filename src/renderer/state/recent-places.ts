import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { usePlace, type Place } from './place'

const mostPlaces = 12
const mostNotebooks = 8

/** A question or a note by itself that the user was at. */
export type RecentPlace =
  { readonly kind: 'question'; readonly id: string } | { readonly kind: 'note'; readonly path: string }

interface RecentPlaces {
  /** By the id of the notebook, the newest of each first. */
  readonly byNotebook: Readonly<Record<string, readonly RecentPlace[]>>
}

/** Where the user was last; kept in this browser or app. */
export const useRecentPlaces = create<RecentPlaces>()(
  persist((): RecentPlaces => ({ byNotebook: {} }), { name: 'answerbook.recent-places', version: 1 }),
)

/** Remembers every place from now on, once it is shown. */
export function keepRecentPlaces(notebookId: () => string | undefined): void {
  usePlace.subscribe(({ settled }, before) => {
    const id = notebookId()
    if (id !== undefined && settled !== undefined && settled !== before.settled) rememberPlace(id, settled)
  })
}

export function rememberPlace(notebookId: string, place: Place): void {
  const recent = recentOf(place)
  if (recent === undefined) return
  const { [notebookId]: known = [], ...others } = useRecentPlaces.getState().byNotebook
  const places = [recent, ...known.filter(other => !isSame(other, recent))].slice(0, mostPlaces)
  const kept = Object.entries(others).slice(0, mostNotebooks - 1)
  useRecentPlaces.setState({ byNotebook: { [notebookId]: places, ...Object.fromEntries(kept) } })
}

/** A note has another path. */
export function renameRecentPlace(notebookId: string, from: string, to: string): void {
  const { byNotebook } = useRecentPlaces.getState()
  const places = byNotebook[notebookId]?.map(place =>
    place.kind === 'note' && place.path === from ? { ...place, path: to } : place,
  )
  if (places !== undefined) useRecentPlaces.setState({ byNotebook: { ...byNotebook, [notebookId]: places } })
}

export function isSame(place: Place | undefined, recent: RecentPlace): boolean {
  if (place?.kind === 'question') return recent.kind === 'question' && recent.id === place.id
  return place?.kind === 'note' && recent.kind === 'note' && recent.path === place.path
}

function recentOf(place: Place): RecentPlace | undefined {
  if (place.kind === 'question') return { kind: 'question', id: place.id }
  return place.kind === 'note' ? { kind: 'note', path: place.path } : undefined
}
