import { join } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import { createNodeFilePort } from '../backend/files/node-file-port'
import type { Backend } from '../backend/create-backend'
import { connectWindows, forwardEvents } from './ipc'
import { registerAppScheme, serveAppScheme } from './protocol'
import { lockDown, openWindow } from './window'

let backend: Promise<Backend> | undefined
let openBackend: Backend | undefined

app.enableSandbox()
registerAppScheme()
if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents))
  app.on('second-instance', () => focusFirstWindow())
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && openWindow())
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.on('will-quit', event => {
    if (openBackend === undefined) return
    event.preventDefault()
    const closing = openBackend
    openBackend = undefined
    void closing.dispose().finally(() => app.quit())
  })
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
    session.defaultSession.setPermissionCheckHandler(() => false)
    serveAppScheme({
      rendererFolder: join(import.meta.dirname, '../renderer'),
      files: createNodeFilePort(),
      notebookFolder: () => openBackend?.notebookFolder(),
    })
    connectWindows(startBackend)
    openWindow()
    void startBackend()
  })
}

/** The backend is loaded after the window is asked for, so that the window comes first. */
function startBackend(): Promise<Backend> {
  backend ??= Promise.all([import('../backend/create-backend'), import('./electron-ports')]).then(
    ([{ createBackend }, { createElectronPorts }]) => {
      openBackend = createBackend(createElectronPorts(), { validateOutputs: !app.isPackaged })
      forwardEvents(openBackend)
      return openBackend
    },
  )
  return backend
}

function focusFirstWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.focus()
}
