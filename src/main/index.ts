import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { Backend } from '../backend/create-backend'
import { createNodeFilePort } from '../backend/files/node-file-port'
import { watchQuitting } from './close-guard'
import { connectWindows, forwardEvents } from './ipc'
import { openLaunches, watchLaunches } from './launches'
import { denyPermissions, lockDownPages } from './lock-down'
import { registerAppScheme, serveAppScheme } from './protocol'
import { startSpelling } from './spelling'
import { openWindow } from './window'

performance.mark('answerbook.main-started')

let backend: Promise<Backend> | undefined
let openBackend: Backend | undefined

app.enableSandbox()
registerAppScheme()
lockDownPages(app)
if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && openWindow())
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.on('will-quit', event => {
    if (openBackend === undefined) return
    event.preventDefault()
    const closing = openBackend
    openBackend = undefined
    void closing.dispose().finally(() => app.quit())
  })
  watchQuitting()
  watchLaunches()
  void app.whenReady().then(() => {
    performance.mark('answerbook.ready')
    denyPermissions()
    serveAppScheme({
      rendererFolder: join(import.meta.dirname, '../renderer'),
      files: createNodeFilePort(),
      notebookFolder: () => openBackend?.notebookFolder(),
    })
    connectWindows(startBackend)
    openWindow()
    performance.mark('answerbook.window-requested')
    startSpelling()
    void startBackend().then(({ dispatch }) => openLaunches(dispatch))
  })
}

/** The backend is loaded after the window is asked for, so that the window comes first. */
function startBackend(): Promise<Backend> {
  backend ??= Promise.all([import('../backend/create-backend'), import('./electron-ports')]).then(
    ([{ createBackend }, { createElectronPorts }]) => {
      performance.mark('answerbook.backend-loaded')
      const ports = createElectronPorts()
      openBackend = createBackend(ports, { validateOutputs: !app.isPackaged })
      forwardEvents(openBackend)
      return openBackend
    },
  )
  return backend
}
