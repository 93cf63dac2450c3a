import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  nativeTheme,
  shell,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import Store from 'electron-store'
import { createNodeFilePort } from '../backend/files/node-file-port'
import { createNodeFileStreams } from '../backend/files/node-file-streams'
import { watchFolder } from '../backend/files/watch-folder'
import type { BackendPorts } from '../backend/ports'
import { startSearchWorkerThread } from '../backend/search/start-search-worker-thread'
import { startTimer } from '../backend/start-timer'
import { setApplicationMenu } from './application-menu'
import { pageListens, reportSaved } from './close-guard'
import { contentsIdOf } from './ipc'
import { setNativeLanguage } from './native-words'
import { printPage } from './print-page'

/** What Electron supplies to the backend. */
export function createElectronPorts(): BackendPorts {
  const store = new Store<Record<string, unknown>>({ clearInvalidConfig: true })
  return {
    files: createNodeFilePort(),
    streams: createNodeFileStreams(),
    settings: { get: key => store.get(key), set: (key, value) => store.set(key, value) },
    now: Date.now,
    newId: randomUUID,
    log: (level, message, data) =>
      console[level === 'info' ? 'log' : level === 'warning' ? 'warn' : 'error'](message, data ?? ''),
    version: app.getVersion(),
    platform: platformName(),
    capabilities: { nativeDialogs: true, revealInFolder: true, nativeMenu: true, printToPdf: true },
    builtInListsFolder: join(resourcesFolder(), 'question-lists'),
    documentsFolder: app.getPath('documents'),
    dataFolder: app.getPath('userData'),
    startSearchWorker: () => startSearchWorkerThread(join(import.meta.dirname, 'search-worker.js')),
    watchFolder,
    startTimer,
    chooseFolder,
    chooseSavePath,
    revealInFolder: async path => shell.showItemInFolder(path),
    // Electron says in words why it could not.
    openFile: async path => (await shell.openPath(path)) === '',
    openExternal: url => shell.openExternal(url),
    setMenu: (clientId, { commands, language }) => {
      const contentsId = contentsIdOf(clientId)
      if (contentsId !== undefined) pageListens(contentsId)
      setNativeLanguage(language)
      setApplicationMenu(commands)
    },
    printToPdf,
    printPage,
    onSaved: (clientId, isSaved) => {
      const contentsId = contentsIdOf(clientId)
      if (contentsId !== undefined) reportSaved(contentsId, isSaved)
    },
    onSettingsChanged: settings => {
      nativeTheme.themeSource = settings.theme
    },
    onNotebookOpened: path => app.addRecentDocument(path),
  }
}

async function chooseFolder(): Promise<string | null> {
  const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
  const window = BrowserWindow.getFocusedWindow()
  const result = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return result.canceled ? null : (result.filePaths[0] ?? null)
}

async function chooseSavePath({
  defaultPath,
  extension,
}: {
  defaultPath: string
  extension: string
}): Promise<string | null> {
  const options: SaveDialogOptions = {
    defaultPath,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  }
  const window = BrowserWindow.getFocusedWindow()
  const result = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return result.canceled || result.filePath === '' ? null : result.filePath
}

async function printToPdf(clientId: string): Promise<string | null> {
  const window = BrowserWindow.getAllWindows().find(
    candidate => candidate.webContents.id === contentsIdOf(clientId),
  )
  if (window === undefined) return null
  const path = await chooseSavePath({
    defaultPath: join(app.getPath('documents'), 'Answerbook.pdf'),
    extension: 'pdf',
  })
  if (path === null) return null
  const pdf = await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true })
  await writeFile(path, pdf)
  return path
}

function resourcesFolder(): string {
  return app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(import.meta.dirname, '../../resources')
}

function platformName(): BackendPorts['platform'] {
  const { platform } = process
  return platform === 'darwin' || platform === 'linux' || platform === 'win32' ? platform : 'other'
}
