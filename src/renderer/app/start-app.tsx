import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/print.css'
import { createRoot } from 'react-dom/client'
import { events, procedures, type AnswerbookEvents, type EventName } from '../../shared/contract/contract'
import { createClient } from '../../shared/contract/create-client'
import type { NotebookInfo } from '../../shared/contract/notebook-procedures'
import type { Transport } from '../../shared/contract/wire'
import { installTrustedTypesPolicy } from '../editor/trusted-types'
import { startTranslations } from '../locales/start-translations'
import type { BackendAccess } from '../state/backend'
import { NoteSessions } from '../state/note-sessions'
import { holdPageLock } from '../state/page-lock'
import { followRename } from '../state/place'
import { createQueryClient, keepQueriesFresh } from '../state/queries'
import { App } from './app'

/** Starts the page over a host's transport. Resolves to a function for the host to call after a lost connection. */
export async function startApp(transport: Transport): Promise<{ reconnected: () => void }> {
  installTrustedTypesPolicy()
  const client = createClient(procedures, transport)
  const [{ capabilities, platform, version }, { language }] = await Promise.all([
    client['app.handshake']({}),
    client['settings.get']({}),
  ])
  await startTranslations(language)
  const sessions = new NoteSessions(client, await holdPageLock())
  const on: BackendAccess['on'] = (event, listener) => listenTo(transport, event, listener)
  const access: BackendAccess = { client, capabilities, platform, version, sessions, on }
  const queries = createQueryClient()
  keepQueriesFresh(queries, on)
  on('notebook.changed', ({ notebook }) => {
    const left = queries.getQueryData<NotebookInfo | null>(['notebook'])
    if (left !== undefined && left?.path !== notebook?.path) sessions.leaveNotebook()
  })
  on('notes.renamed', ({ from, to }) => {
    sessions.noteRenamed(from, to)
    followRename(from, to)
  })
  on('notes.changed', ({ paths }) => sessions.notesChanged(paths))
  // A notebook that can be written again takes what could not be saved.
  on('notebook.changed', () => void sessions.flushAll())
  saveBeforeLeaving(sessions)
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  createRoot(root).render(<App access={access} queries={queries} />)
  return {
    reconnected: () => {
      void queries.invalidateQueries()
      void sessions.flushAll()
    },
  }
}

function listenTo<K extends EventName>(
  transport: Transport,
  event: K,
  listener: (payload: AnswerbookEvents[K]) => void,
): () => void {
  return transport.onEvent(frame => {
    if (frame.event !== event) return
    const payload = events[event].safeParse(frame.payload)
    if (payload.success) listener(payload.data as AnswerbookEvents[K])
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
