import type { ChromiumPage } from './chromium/chromium-page.ts'
import type { StandInSession } from './session.ts'

/** What a `WebContents` and the owner of its page both know. */
export interface ContentsState {
  readonly preferences: Electron.WebPreferences
  readonly session: StandInSession
  /** The page once it is open. */
  page: ChromiumPage | undefined
  url: string
  title: string
  isLoading: boolean
  isCrashed: boolean
  isDestroyed: boolean
  zoomLevel: number
  size: { readonly width: number; readonly height: number }
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined
}
