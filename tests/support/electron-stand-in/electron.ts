import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { clipboard } from './clipboard.ts'
import { announceReady, openControlChannel } from './control-channel.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { net } from './net.ts'
import { powerMonitor } from './power-monitor.ts'
import { protocol } from './protocol.ts'
import { screen } from './screen.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { absentModule, refuseUnknownMembers } from './unknown-members.ts'
import type { WebContents } from './web-contents.ts'
import { allWindows } from './window-list.ts'

/** `webContents`: those of all windows. */
const webContents = refuseUnknownMembers(
  {
    getAllWebContents: (): WebContents[] => allWindows().map(window => window.webContents),
    getFocusedWebContents: (): WebContents | null => BrowserWindow.getFocusedWindow()?.webContents ?? null,
    fromId: (id: number): WebContents | undefined =>
      allWindows().find(window => window.webContents.id === id)?.webContents,
  },
  'webContents',
)

const present = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents,
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>

/** Modules that the stand-in lacks: a use of one says so, an import doesn't. */
const autoUpdater = absentModule('autoUpdater')
const BaseWindow = absentModule('BaseWindow')
const contentTracing = absentModule('contentTracing')
const crashReporter = absentModule('crashReporter')
const desktopCapturer = absentModule('desktopCapturer')
const globalShortcut = absentModule('globalShortcut')
const inAppPurchase = absentModule('inAppPurchase')
const MessageChannelMain = absentModule('MessageChannelMain')
const nativeImage = absentModule('nativeImage')
const netLog = absentModule('netLog')
const Notification = absentModule('Notification')
const powerSaveBlocker = absentModule('powerSaveBlocker')
const safeStorage = absentModule('safeStorage')
const systemPreferences = absentModule('systemPreferences')
const Tray = absentModule('Tray')
const utilityProcess = absentModule('utilityProcess')
const WebContentsView = absentModule('WebContentsView')
const webFrameMain = absentModule('webFrameMain')

const electron = refuseUnknownMembers(
  {
    ...present,
    autoUpdater,
    BaseWindow,
    contentTracing,
    crashReporter,
    desktopCapturer,
    globalShortcut,
    inAppPurchase,
    MessageChannelMain,
    nativeImage,
    netLog,
    Notification,
    powerSaveBlocker,
    safeStorage,
    systemPreferences,
    Tray,
    utilityProcess,
    WebContentsView,
    webFrameMain,
  },
  'electron',
)

openControlChannel(electron)
// Electron shows an error in a dialog, warns of a rejection, and goes on.
process.on('uncaughtException', error => console.error('Uncaught Exception:', error))
process.on('unhandledRejection', reason => console.error('UnhandledPromiseRejectionWarning:', reason))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
setImmediate(() => {
  app
    .start()
    .then(announceReady)
    .catch(error => {
      console.error(error)
      process.exit(1)
    })
})

export {
  app,
  autoUpdater,
  BaseWindow,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  electron as default,
  globalShortcut,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  utilityProcess,
  webContents,
  WebContentsView,
  webFrameMain,
}
