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

interface Launch {
  readonly target: LaunchTarget | undefined
  readonly cwd: string
}

/** Launches that came before there was a backend to open them with. */
const early: Launch[] = []
let dispatch: Dispatch | undefined

/**
 * Hears what launches ask for: this one, a second one while the app runs, a file or a link from the system. To be called
 * at once, because the system tells of files and links before the app is ready.
 */
export function watchLaunches(): void {
  app.on('second-instance', (_event, argv, cwd) => {
    if (dispatch !== undefined) focusWindow()
    follow({ target: readLaunchArguments(ownArguments(argv)), cwd })
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    follow({ target: { kind: 'notebook', path }, cwd: '/' })
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    follow({ target: readDeepLink(url), cwd: '/' })
  })
  follow({ target: readLaunchArguments(ownArguments(process.argv)), cwd: process.cwd() })
}

/** Opens what was asked for so far, and from now on at once. */
export function openLaunches(backendDispatch: Dispatch): void {
  app.setAsDefaultProtocolClient(deepLinkScheme)
  dispatch = backendDispatch
  for (const launch of early.splice(0)) follow(launch)
}

function follow(launch: Launch): void {
  if (dispatch === undefined) early.push(launch)
  else void open(dispatch, launch)
}

/** Shows the first window, or a new one when there is none. */
export function focusWindow(): BrowserWindow {
  const window = BrowserWindow.getAllWindows()[0] ?? openWindow()
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  return window
}

async function open(openWith: Dispatch, { target, cwd }: Launch): Promise<void> {
  if (target === undefined) return
  const window = focusWindow()
  if (target.kind !== 'notebook') {
    return sendToWindow(window, 'app.placeRequested', target)
  }
  await savePage(window)
  const path = resolve(cwd, target.path)
  const result = await openWith('notebook.open', { path }, { clientId: 'main' })
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
