import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/print.css'
import type { QueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import type {
  AnswerbookClient,
  AnswerbookEvents,
  EventName,
  procedures,
} from '../../shared/contract/contract'
import { clientOf } from '../../shared/contract/create-client'
import type { NotebookInfo } from '../../shared/contract/notebook-procedures'
import type { QuestionListView } from '../../shared/contract/question-procedures'
import { procedureNames } from '../../shared/contract/procedure-kinds'
import type { Transport } from '../../shared/contract/wire'
import { installTrustedTypesPolicy } from '../editor/trusted-types'
import { startTranslations } from '../locales/start-translations'
import { keepPictures } from '../state/start-picture/take-picture'
import type { BackendAccess } from '../state/backend'
import { dropFocusWish, leaveEditor } from '../state/editor-info'
import { filesChanged } from '../state/file-urls'
import { NoteSessions } from '../state/note-sessions'
import { holdPageLock } from '../state/page-lock'
import { followRename, hasEditor, makePlacesReady, type Place } from '../state/place'
import { keepRecentPlaces, renameRecentPlace } from '../state/recent-places'
import {
  createQueryClient,
  keepQueriesFresh,
  listsQuery,
  notebookQuery,
  settingsQuery,
} from '../state/queries'
import { useView } from '../state/view'
import { App } from './app'

/** What a host tells the page whose connection can be lost. */
export interface StartedApp {
  connected(): void
  lost(): void
}

/** Starts the page over a host's transport. */
export async function startApp(transport: Transport): Promise<StartedApp> {
  installTrustedTypesPolicy()
  const client = clientOf<typeof procedures>(procedureNames, transport)
  const on: BackendAccess['on'] = (event, listener) => listenTo(transport, event, listener)
  const queries = createQueryClient()
  keepQueriesFresh(queries, { on, client })
  const [{ capabilities, platform, version }, pageLock] = await Promise.all([
    client['app.handshake']({}),
    holdPageLock(),
    startInLanguage(queries, client),
    queries.prefetchQuery(notebookQuery(client)),
    queries.prefetchQuery(listsQuery(client)),
  ])
  const sessions = new NoteSessions(client, pageLock)
  const access: BackendAccess = { client, capabilities, platform, version, sessions, on }
  const notebookId = (): string | undefined => queries.getQueryData(notebookQuery(client).queryKey)?.id
  keepRecentPlaces(notebookId)
  on('notebook.changed', ({ notebook }) => {
    const left = queries.getQueryData<NotebookInfo | null>(['notebook'])
    if (left !== undefined && left?.path !== notebook?.path) sessions.leaveNotebook()
  })
  on('notes.renamed', ({ from, to }) => {
    sessions.noteRenamed(from, to)
    followRename(from, to)
    renameRecentPlace(notebookId() ?? '', from, to)
  })
  on('attachments.changed', ({ paths }) => filesChanged(paths))
  on('notes.changed', ({ paths }) => sessions.notesChanged(paths))
  // A notebook that can be written again takes what could not be saved.
  on('notebook.changed', () => void sessions.flushAll())
  saveBeforeLeaving(sessions)
  const noteAt = (place: Place | undefined): string | undefined =>
    noteOf(place, queries.getQueryData(listsQuery(client).queryKey))
  makePlacesReady({
    makeReady: place => sessions.prepare(noteAt(place)),
    expect: place => {
      const path = noteAt(place)
      if (path !== undefined) sessions.expect(path)
    },
    leave: next => (hasEditor(next) ? leaveEditor() : dropFocusWish()),
  })
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  keepPictures(root, () => queries.getQueryData(notebookQuery(client).queryKey)?.path)
  createRoot(root).render(<App access={access} queries={queries} />)
  return {
    connected: () => {
      useView.setState({ isConnected: true })
      openAgain(queries, client, sessions)
        .then(() => sessions.flushAll())
        // What isn't saved stays here, and the notebook can be opened by hand.
        .catch(() => undefined)
        .finally(() => void queries.invalidateQueries())
    },
    lost: () => useView.setState({ isConnected: false }),
  }
}

/**
 * A host that was started anew has nothing open, or another notebook: this page's is opened before anything of it is saved.
 * Rejects when that is not possible; then nothing may be saved.
 */
async function openAgain(
  queries: QueryClient,
  client: AnswerbookClient,
  sessions: NoteSessions,
): Promise<void> {
  const { path } = queries.getQueryData(notebookQuery(client).queryKey) ?? {}
  if (path === undefined) return
  const now = await client['notebook.current']({})
  if (now?.path === path) return
  if (now === null || sessions.hasUnsaved) await client['notebook.open']({ path })
  else sessions.leaveNotebook()
}

async function startInLanguage(queries: QueryClient, client: AnswerbookClient): Promise<void> {
  const { language } = await queries.fetchQuery(settingsQuery(client))
  await startTranslations(language)
}

/** The note that a place shows. */
function noteOf(place: Place | undefined, lists: readonly QuestionListView[] = []): string | undefined {
  if (place?.kind === 'note') return place.path
  if (place?.kind !== 'question') return undefined
  const items = lists.flatMap(list => list.sections.flatMap(section => section.questions))
  return place.notePath ?? items.find(item => item.id === place.id)?.notes[0]
}

function listenTo<K extends EventName>(
  transport: Transport,
  event: K,
  listener: (payload: AnswerbookEvents[K]) => void,
): () => void {
  return transport.onEvent(frame => {
    if (frame.event === event) listener(frame.payload as AnswerbookEvents[K])
  })
}

/** Text that isn't saved holds the page until it is, or until the user insists. */
function saveBeforeLeaving(sessions: NoteSessions): void {
  window.addEventListener('beforeunload', event => {
    if (!sessions.hasUnsaved) return
    void sessions.flushAll()
    event.preventDefault()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void sessions.flushAll()
  })
  window.addEventListener('blur', () => void sessions.flushAll())
}
