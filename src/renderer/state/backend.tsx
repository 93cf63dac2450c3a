import { createContext, useContext, type ReactNode } from 'react'
import { AppError } from '../../shared/contract/app-error'
import type { Capabilities } from '../../shared/contract/app-procedures'
import type { AnswerbookClient, AnswerbookEvents, EventName } from '../../shared/contract/contract'
import type { NoteSessions } from './note-sessions'

/** What the page has of its host, the same in every host. */
export interface BackendAccess {
  readonly client: AnswerbookClient
  readonly capabilities: Capabilities
  readonly platform: 'darwin' | 'linux' | 'win32' | 'other'
  readonly version: string
  readonly sessions: NoteSessions
  on<K extends EventName>(event: K, listener: (payload: AnswerbookEvents[K]) => void): () => void
}

const BackendContext = createContext<BackendAccess | undefined>(undefined)

export function BackendProvider({
  value,
  children,
}: {
  readonly value: BackendAccess
  readonly children: ReactNode
}) {
  return <BackendContext.Provider value={value}>{children}</BackendContext.Provider>
}

/** @throws Error outside of a `BackendProvider`. */
export function useBackend(): BackendAccess {
  const access = useContext(BackendContext)
  if (access === undefined) throw new Error('useBackend outside of BackendProvider')
  return access
}

/** The code of what was thrown; a bug is `internal`. */
export function errorCodeOf(error: unknown): AppError['code'] {
  return error instanceof AppError ? error.code : 'internal'
}
