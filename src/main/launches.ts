import { resolve } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { Dispatch } from '../backend/create-dispatcher'
import {
  deepLinkScheme,
  readDeepLink,
  readLaunchArguments,
  type LaunchTarget,
} from '../shared/domain/launch-target'
import { savePage } from './close-guard'
import { sendToWindow } from './send-to-window'
import { openWindow } from './window'

/** Opens what launches ask for: this one, a second one while the app runs, a file or a link from the system. */
export function followLaunches(dispatch: Dispatch): void {
  app.setAsDefaultProtocolClient(deepLinkScheme)
  app.on('second-instance', (_event, argv, cwd) => {
    focusWindow()
    void open(dispatch, readLaunchArguments(ownArguments(argv)), cwd)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void open(dispatch, { kind: 'notebook', path }, '/')
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    void open(dispatch, readDeepLink(url), '/')
  })
  void open(dispatch, readLaunchArguments(ownArguments(process.argv)), process.cwd())
}

/** Shows the first window, or a new one when there is none. */
export function focusWindow(): BrowserWindow {
  const window = BrowserWindow.getAllWindows()[0] ?? openWindow()
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  return window
}

async function open(dispatch: Dispatch, target: LaunchTarget | undefined, cwd: string): Promise<void> {
  if (target === undefined) return
  const window = focusWindow()
  if (target.kind !== 'notebook') {
    return sendToWindow(window, 'app.placeRequested', target)
  }
  await savePage(window)
  const path = resolve(cwd, target.path)
  const result = await dispatch('notebook.open', { path }, { clientId: 'main' })
  if (!result.ok) dialog.showErrorBox('This notebook can not be opened', `${path}\n${result.error.message}`)
}

/**
 * The arguments that are the user's: without the program, without switches (Chromium adds some of its own and changes
 * the order), and in development without the app's folder or entry file.
 */
function ownArguments(argv: readonly string[]): string[] {
  const own = new Set([process.execPath, app.getAppPath(), ...(app.isPackaged ? [] : [process.argv[1]])])
  return argv.slice(1).filter(arg => !arg.startsWith('-') && !own.has(arg) && !own.has(resolve(arg)))
}
