import { create } from 'zustand'
import { afterPaint } from './after-paint'

/** What there is of studying to look at. */
export const studyPages = ['today', 'review', 'interview', 'progress'] as const
export type StudyPageName = (typeof studyPages)[number]

/** Where the user is: a question (with one of its notes), a note by itself, studying, or the graph of links. */
export type Place =
  | { readonly kind: 'question'; readonly id: string; readonly notePath?: string | undefined }
  | { readonly kind: 'note'; readonly path: string }
  | { readonly kind: 'study'; readonly page: StudyPageName }
  | { readonly kind: 'graph' }

/** Whether a place is one to write at: studying and the graph have no editor of their own. */
export function hasEditor(place: Place | undefined): boolean {
  return place?.kind === 'question' || place?.kind === 'note'
}

/** Whether who is at `place` and goes to `next` stays: at a question with several answers, whichever is open. */
export function staysAt(place: Place | undefined, next: Place): boolean {
  if (place?.kind === 'question' && next.kind === 'question')
    return place.id === next.id && (next.notePath === undefined || next.notePath === place.notePath)
  return place?.kind === 'note' && next.kind === 'note' && place.path === next.path
}

/** A heading, or a word with a piece of the text around it. */
export interface Reveal {
  readonly heading?: string | undefined
  readonly text?: { readonly match: string; readonly around: string } | undefined
}

interface PlaceState {
  readonly place: Place | undefined
  /** What lists mark as the place: the same, a moment later, so that all of a change is drawn at once. */
  readonly marked: Place | undefined
  /** What the page shows: the place, or for a moment the one before, while the new one is made ready. */
  readonly shown: Place | undefined
  /** What is shown, once it is on screen: what stands beside it, and the registry of commands, come after it. */
  readonly settled: Place | undefined
  /** What to show once the place is open. */
  readonly reveal: Reveal | undefined
}

/** The one place where it is known where the user is; the address bar follows it, and leads back to it. */
export const usePlace = create<PlaceState>(() => ({
  place: placeOfHash(window.location.hash),
  marked: placeOfHash(window.location.hash),
  shown: undefined,
  settled: undefined,
  reveal: undefined,
}))

/** Makes places ready to be shown. */
export interface PlacePreparer {
  /** Undefined when the place is ready. */
  makeReady(place: Place | undefined): Promise<void> | undefined
  /** The user may be about to go there. */
  expect(place: Place): void
  /** The user goes to another place. */
  leave(next: Place | undefined): void
}

/** A place that isn't ready after so many milliseconds is marked before it is shown: the user sees that it was chosen. */
const markAfterMs = 16
/** A place that isn't ready after so many milliseconds is shown as it comes. */
const longestWaitMs = 80

let preparer: PlacePreparer = {
  makeReady: () => undefined,
  expect: () => undefined,
  leave: () => undefined,
}

/** From now on places are made ready before they are shown, the one that is open first. */
export function makePlacesReady(by: PlacePreparer): void {
  preparer = by
  setPlace(usePlace.getState().place)
}

/** The user may be about to go to a place: what takes time to show it begins, so that it is there at once. */
export function expectPlace(place: Place): void {
  preparer.expect(place)
}

function setPlace(place: Place | undefined, reveal?: Pick<PlaceState, 'reveal'>): void {
  const ready = preparer.makeReady(place)
  usePlace.setState({ place, ...reveal })
  const isStill = (): boolean => usePlace.getState().place === place
  const show = (): void => {
    clearTimeout(marking)
    clearTimeout(showing)
    if (!isStill()) return
    afterPaint(() => isStill() && usePlace.setState({ settled: place }))
    usePlace.setState({ marked: place, shown: place })
  }
  const marking = setTimeout(() => isStill() && usePlace.setState({ marked: place }), markAfterMs)
  const showing = setTimeout(show, longestWaitMs)
  if (ready === undefined) show()
  else void ready.then(show)
}

/** Marks what the browser's history has behind another place, also once the page is loaded anew. */
const cameFromHere = 'came from here'

/** Goes to a place; the browser's history remembers the old one. */
export function goTo(place: Place, reveal?: Reveal): void {
  // Another note has a path that one was renamed from.
  renames.delete(noteOf(place) ?? '')
  const hash = hashOfPlace(place)
  const state = usePlace.getState().place === undefined ? null : cameFromHere
  if (hash !== window.location.hash) window.history.pushState(state, '', hash)
  leaveFor(place)
  setPlace(place, { reveal })
}

function leaveFor(next: Place | undefined): void {
  if (next === undefined || !staysAt(usePlace.getState().place, next)) preparer.leave(next)
}

/** Opens the graph; from there, goes back to where the user was. */
export function toggleGraph(): void {
  if (usePlace.getState().place?.kind !== 'graph') goTo({ kind: 'graph' })
  else if (window.history.state === cameFromHere) window.history.back()
  else leavePlace()
}

/** As `goTo`, but the history forgets where the user was: for a place that only got another name. */
export function replacePlace(place: Place): void {
  window.history.replaceState(null, '', hashOfPlace(place))
  setPlace(place)
}

/** Where notes are that were renamed since the page was loaded, by the path before. No chain of them is a ring. */
const renames = new Map<string, string>()

/** The note at a path has another one: whoever is there stays there, and comes back to it there. */
export function followRename(from: string, to: string): void {
  renames.delete(to)
  renames.set(from, to)
  const { place } = usePlace.getState()
  if (place !== undefined && noteOf(place) === from) replacePlace(afterRenames(place))
}

function noteOf(place: Place | undefined): string | undefined {
  if (place?.kind === 'note') return place.path
  return place?.kind === 'question' ? place.notePath : undefined
}

/** The place with the path that its note has now. */
function afterRenames(place: Place): Place {
  let path = noteOf(place)
  for (let next = path; next !== undefined; next = renames.get(next)) path = next
  if (path !== undefined && place.kind === 'note') return { ...place, path }
  return place.kind === 'question' ? { ...place, notePath: path } : place
}

export function leavePlace(): void {
  window.history.replaceState(null, '', window.location.pathname)
  setPlace(undefined, { reveal: undefined })
}

/** Follows the browser's back and forward. Returns what ends it. */
export function followHistory(): () => void {
  const follow = (): void => {
    const found = placeOfHash(window.location.hash)
    const place = found === undefined ? undefined : afterRenames(found)
    if (place !== undefined) window.history.replaceState(window.history.state, '', hashOfPlace(place))
    leaveFor(place)
    setPlace(place, { reveal: undefined })
  }
  window.addEventListener('popstate', follow)
  return () => window.removeEventListener('popstate', follow)
}

function hashOfPlace(place: Place): string {
  if (place.kind === 'graph') return '#/graph'
  if (place.kind === 'study') return `#/study/${place.page}`
  if (place.kind === 'note') return `#/note/${encodeURIComponent(place.path)}`
  const note = place.notePath === undefined ? '' : `/${encodeURIComponent(place.notePath)}`
  return `#/question/${encodeURIComponent(place.id)}${note}`
}

function placeOfHash(hash: string): Place | undefined {
  const [, kind, first, second] = /^#\/(question|note)\/([^/]+)(?:\/([^/]+))?$/.exec(hash) ?? []
  const page = studyPages.find(name => hash === `#/study/${name}`)
  if (page !== undefined) return { kind: 'study', page }
  if (hash === '#/graph') return { kind: 'graph' }
  try {
    if (kind === 'note' && first !== undefined) return { kind: 'note', path: decodeURIComponent(first) }
    if (kind !== 'question' || first === undefined) return undefined
    const notePath = second === undefined ? undefined : decodeURIComponent(second)
    return { kind: 'question', id: decodeURIComponent(first), notePath }
  } catch {
    return undefined
  }
}
