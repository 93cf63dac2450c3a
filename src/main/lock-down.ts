import { session, shell, type App, type WebContents } from 'electron'
import { externalUrl } from '../shared/domain/external-url'
import { isAppUrl } from './app-origin'

/** For every page that the app ever makes: it stays where it is, opens nothing, embeds nothing. */
export function lockDownPages(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents))
}

/** No page gets any permission: no camera, no notifications, no devices, no file system. */
export function denyPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
}

function lockDown(contents: WebContents): void {
  contents.on('will-navigate', event => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', event => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const safe = externalUrl(url)
    if (safe !== undefined) void shell.openExternal(safe)
    return { action: 'deny' }
  })
}
