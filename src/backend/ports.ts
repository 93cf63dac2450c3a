import type { Capabilities, Handshake, MenuCommand, Settings } from '../shared/contract/app-procedures'
import type { FilePort } from './files/file-port'
import type { FileStreamPort } from './files/file-stream-port'
import type { SearchReply, SearchRequest } from './search/search-protocol'

/** Values kept between starts: JSON under a key. */
export interface SettingsStorePort {
  get(key: string): unknown
  set(key: string, value: unknown): void
}

/** A worker that holds the search index. */
export interface SearchWorkerPort {
  post(request: SearchRequest): void
  onReply(listener: (reply: SearchReply) => void): void
  onFailure(listener: (error: unknown) => void): void
  stop(): Promise<void>
}

export interface FolderWatch {
  close(): Promise<void>
}

/** What a host supplies to the backend. */
export interface BackendPorts {
  readonly files: FilePort
  readonly streams: FileStreamPort
  readonly settings: SettingsStorePort
  /** Epoch milliseconds. */
  readonly now: () => number
  /** A new UUID. */
  readonly newId: () => string
  readonly log: (level: 'info' | 'warning' | 'error', message: string, data?: unknown) => void
  readonly version: string
  readonly platform: Handshake['platform']
  readonly capabilities: Capabilities
  /** Folder of the built-in question lists. */
  readonly builtInListsFolder: string
  /** Where the program keeps what is not the user's to edit, such as backups; it may not be there yet. */
  readonly dataFolder: string
  /** Where people keep their documents. */
  readonly documentsFolder: string
  readonly startSearchWorker: () => SearchWorkerPort
  /** Runs a task once, later; returns what cancels it. Without it nothing is done at its own time, such as backups. */
  readonly startTimer?: (delayMs: number, task: () => void) => () => void
  /** Calls back with absolute paths below `folder` that changed; undefined where nothing is watched. */
  readonly watchFolder?: (folder: string, onChange: (paths: readonly string[]) => void) => FolderWatch
  /** Only with the capability `nativeDialogs`. */
  readonly chooseFolder?: () => Promise<string | null>
  readonly chooseSavePath?: (options: { defaultPath: string; extension: string }) => Promise<string | null>
  /** Only with the capability `nativeMenu`; `clientId` says whose commands they are. */
  readonly setMenu?: (
    clientId: string,
    menu: { readonly commands: readonly MenuCommand[]; readonly language: 'en' | 'zh' },
  ) => void
  /** Only with the capability `printToPdf`: the path written, null when the user thought better of it. */
  readonly printToPdf?: (clientId: string) => Promise<string | null>
  /** Prints a page of ours, a file with all that it shows, to a new PDF file. @throws AppError `export/no-browser`, `export/print-failed`. */
  readonly printPage?: (htmlPath: string, pdfPath: string, signal: AbortSignal) => Promise<void>
  /** Hears that a window has answered `app.saveRequested`. */
  readonly onSaved?: (clientId: string, isSaved: boolean) => void
  readonly onSettingsChanged?: (settings: Settings) => void
  readonly onNotebookOpened?: (path: string) => void
  /** Only with the capability `revealInFolder`. */
  readonly revealInFolder?: (path: string) => Promise<void>
  /** Opens a file of the user's in the program that the system has for it. Resolves to whether there is one. */
  readonly openFile?: (path: string) => Promise<boolean>
  readonly openExternal?: (url: string) => Promise<void>
}
