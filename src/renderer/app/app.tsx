import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { StartScreen } from '../features/start/start-screen'
import { removePicture } from '../state/start-picture/show-picture'
import { BackendProvider, type BackendAccess } from '../state/backend'
import { followHistory, leavePlace, replacePlace, usePlace } from '../state/place'
import { useNotebook } from '../state/queries'
import { useIsPainted } from '../state/use-is-painted'
import { useCommands } from './commands/use-commands'
import { Dialogs } from './dialogs'
import { ErrorBoundary } from './error-boundary'
import { Toaster } from './toaster'
import { useAppearance } from './use-appearance'
import { useMergedToast } from './use-merged-toast'
import { useNativeHost } from './use-native-host'
import { useShortcuts } from './use-shortcuts'
import { Workspace } from './workspace'
import { useTranslation } from '../ui/use-translation'

/** The whole page, the same in every host. */
export function App({ access, queries }: { readonly access: BackendAccess; readonly queries: QueryClient }) {
  return (
    <QueryClientProvider client={queries}>
      <BackendProvider value={access}>
        <ErrorBoundary>
          <Screens access={access} />
        </ErrorBoundary>
      </BackendProvider>
    </QueryClientProvider>
  )
}

function Screens({ access }: { readonly access: BackendAccess }) {
  const { i18n } = useTranslation()
  const notebook = useNotebook()
  const isPainted = useIsPainted()
  const commands = useCommands(isPainted)
  useAppearance()
  useShortcuts(commands)
  useNativeHost(commands)
  useLeaveOtherNotebook(notebook.data?.path)
  useEffect(followHistory, [])
  useEffect(() => followCreatedNotes(access), [access])
  useMergedToast()
  useEffect(() => {
    if (isPainted) removePicture()
  }, [isPainted])
  useEffect(() => {
    document.title = notebook.data ? `${notebook.data.title} – Answerbook` : 'Answerbook'
  }, [notebook.data])
  if (notebook.data === undefined) return null
  return (
    <>
      {notebook.data === null ? (
        <StartScreen />
      ) : (
        <Workspace
          key={`${i18n.language} ${notebook.data.path}`}
          notebook={notebook.data}
          commands={commands}
          isPainted={isPainted}
        />
      )}
      <Dialogs commands={commands} />
      <Toaster />
    </>
  )
}

/** A place belongs to its notebook: when another one is opened, it is left. */
function useLeaveOtherNotebook(path: string | undefined): void {
  const previous = useRef(path)
  // Before the effect that goes to the starting place of the other one.
  useLayoutEffect(() => {
    if (previous.current !== undefined && previous.current !== path) leavePlace()
    if (path !== undefined) previous.current = path
  }, [path])
}

/** When an additional answer gets its note, the page's address names it. */
function followCreatedNotes({ sessions }: BackendAccess): () => void {
  return sessions.onCreated((session, note) => {
    const { place } = usePlace.getState()
    if (place?.kind === 'question' && place.id === session.questionId) {
      replacePlace({ kind: 'question', id: place.id, notePath: note.path })
    }
  })
}
