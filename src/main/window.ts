import { join } from 'node:path'
import { BrowserWindow, nativeTheme, shell } from 'electron'
import { externalUrl } from '../shared/domain/external-url'
import { appUrl, isAppUrl } from './app-origin'

/** Opens a window on the workspace, locked down: no Node, own world, sandbox, no way to another page. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Answerbook',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1b19' : '#fefefd',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(appUrl)
  return window
}

/** For every page that the app ever makes: it stays where it is, opens nothing, embeds nothing. */
export function lockDown(contents: Electron.WebContents): void {
  contents.on('will-navigate', event => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', event => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const safe = externalUrl(url)
    if (safe !== undefined) void shell.openExternal(safe)
    return { action: 'deny' }
  })
}
