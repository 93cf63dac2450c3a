import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { createNodeFilePort } from '../backend/files/node-file-port'
import { createNodeFileStreams } from '../backend/files/node-file-streams'
import { watchFolder } from '../backend/files/watch-folder'
import type { BackendPorts, SettingsStorePort } from '../backend/ports'
import { startSearchWorkerThread } from '../backend/search/start-search-worker-thread'
import { startTimer } from '../backend/start-timer'
import { applicationVersion } from '../backend/version'
import { printPage } from './print-page'

export interface NodePortOptions {
  readonly settings: SettingsStorePort
  /** Whether it stays: then files are watched, and backups made at their time. */
  readonly watch: boolean
  readonly openExternal?: (url: string) => Promise<void>
}

/** What plain Node supplies to the backend, for the browser host and the command line. */
export function createNodePorts({ settings, watch, openExternal }: NodePortOptions): BackendPorts {
  return {
    files: createNodeFilePort(),
    streams: createNodeFileStreams(),
    settings,
    now: Date.now,
    newId: randomUUID,
    log: (level, message, data) => {
      if (process.env['ANSWERBOOK_DEBUG'] !== undefined) console.error(`${level}: ${message}`, data ?? '')
    },
    version: applicationVersion,
    platform: platformName(),
    capabilities: { nativeDialogs: false, revealInFolder: false, nativeMenu: false, printToPdf: false },
    builtInListsFolder: join(import.meta.dirname, '../../resources/question-lists'),
    documentsFolder: documentsFolder(),
    dataFolder: dataFolder(),
    startSearchWorker: () => startSearchWorkerThread(join(import.meta.dirname, 'search-worker.js')),
    printPage,
    ...(watch ? { watchFolder, startTimer } : {}),
    ...(openExternal === undefined ? {} : { openExternal }),
  }
}

/** Settings in the user's configuration folder, or in `ANSWERBOOK_SETTINGS_FOLDER`. */
export function createConfStore(): SettingsStorePort {
  const cwd = process.env['ANSWERBOOK_SETTINGS_FOLDER']
  const conf = new Conf<Record<string, unknown>>({
    projectName: 'answerbook',
    projectSuffix: '',
    clearInvalidConfig: true,
    // It holds the key by which pages come back: nobody else's business.
    configFileMode: 0o600,
    ...(cwd === undefined ? {} : { cwd }),
  })
  return { get: key => conf.get(key), set: (key, value) => conf.set(key, value) }
}

/** Settings that last as long as the program, for commands that must leave nothing behind. */
export function createMemoryStore(): SettingsStorePort {
  const values = new Map<string, unknown>()
  return { get: key => values.get(key), set: (key, value) => void values.set(key, value) }
}

function platformName(): BackendPorts['platform'] {
  const { platform } = process
  return platform === 'darwin' || platform === 'linux' || platform === 'win32' ? platform : 'other'
}

/** The user's data folder, or that of `ANSWERBOOK_SETTINGS_FOLDER`. */
function dataFolder(): string {
  const own = process.env['ANSWERBOOK_SETTINGS_FOLDER']
  if (own !== undefined) return join(own, 'data')
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'answerbook')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'answerbook')
    default:
      return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'answerbook')
  }
}

function documentsFolder(): string {
  const documents = join(homedir(), 'Documents')
  return existsSync(documents) ? documents : homedir()
}
