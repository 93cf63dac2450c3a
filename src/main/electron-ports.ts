import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'
import Store from 'electron-store'
import { createNodeFilePort } from '../backend/files/node-file-port'
import { watchFolder } from '../backend/files/watch-folder'
import type { BackendPorts } from '../backend/ports'
import { startSearchWorkerThread } from '../backend/search/start-search-worker-thread'

/** What Electron supplies to the backend. */
export function createElectronPorts(): BackendPorts {
  const store = new Store<Record<string, unknown>>({ clearInvalidConfig: true })
  return {
    files: createNodeFilePort(),
    settings: { get: key => store.get(key), set: (key, value) => store.set(key, value) },
    now: Date.now,
    newId: randomUUID,
    log: (level, message, data) =>
      console[level === 'info' ? 'log' : level === 'warning' ? 'warn' : 'error'](message, data ?? ''),
    version: app.getVersion(),
    platform: platformName(),
    capabilities: { nativeDialogs: true, revealInFolder: true },
    builtInListsFolder: join(
      app.isPackaged ? process.resourcesPath : join(import.meta.dirname, '../..'),
      'resources/question-lists',
    ),
    documentsFolder: app.getPath('documents'),
    startSearchWorker: () => startSearchWorkerThread(join(import.meta.dirname, 'search-worker.js')),
    watchFolder,
    chooseFolder,
    revealInFolder: async path => shell.showItemInFolder(path),
    openExternal: url => shell.openExternal(url),
  }
}

async function chooseFolder(): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
  const window = BrowserWindow.getFocusedWindow()
  const result = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return result.canceled ? null : (result.filePaths[0] ?? null)
}

function platformName(): BackendPorts['platform'] {
  const { platform } = process
  return platform === 'darwin' || platform === 'linux' || platform === 'win32' ? platform : 'other'
}
