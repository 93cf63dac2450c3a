import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { appUrl } from './app-origin'
import { watchCloseRequests } from './close-guard'
import { showContextMenu } from './context-menu'
import { recoverPage } from './recover-page'
import { keepWindowState, readWindowState } from './window-state'

const paper = { light: '#fefefd', dark: '#1b1b19' } as const

/** Opens a window on the workspace, where the last one was: no Node in the page, its own world, a sandbox. */
export function openWindow(): BrowserWindow {
  const state = readWindowState()
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...state.bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Answerbook',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: true,
    },
  })
  window.once('ready-to-show', () => {
    if (state.isMaximized) window.maximize()
    if (state.isFullScreen) window.setFullScreen(true)
    window.webContents.setZoomLevel(state.zoomLevel)
    window.show()
  })
  keepWindowState(window)
  watchCloseRequests(window)
  recoverPage(window)
  window.webContents.on('context-menu', (_event, params) => showContextMenu(window, params))
  void window.loadURL(appUrl)
  return window
}
