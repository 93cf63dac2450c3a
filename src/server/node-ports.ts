import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { createNodeFilePort } from '../backend/files/node-file-port'
import { watchFolder } from '../backend/files/watch-folder'
import type { BackendPorts, SettingsStorePort } from '../backend/ports'
import { startSearchWorkerThread } from '../backend/search/start-search-worker-thread'
import { applicationVersion } from '../backend/version'

export interface NodePortOptions {
  readonly settings: SettingsStorePort
  readonly watch: boolean
  readonly openExternal?: (url: string) => Promise<void>
}

/** What plain Node supplies to the backend, for the browser host and the command line. */
export function createNodePorts({ settings, watch, openExternal }: NodePortOptions): BackendPorts {
  return {
    files: createNodeFilePort(),
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
    startSearchWorker: () => startSearchWorkerThread(join(import.meta.dirname, 'search-worker.js')),
    ...(watch ? { watchFolder } : {}),
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

function documentsFolder(): string {
  const documents = join(homedir(), 'Documents')
  return existsSync(documents) ? documents : homedir()
}
