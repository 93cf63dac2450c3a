import { commandLine } from './command-line.ts'
import { recorded } from './call-record.ts'
import { theBrowser } from './chromium/browser.ts'
import { followTargets } from './chromium/targets.ts'
import { appFolder, getPath, manifest, setPath } from './paths.ts'
import { preventableEvent } from './preventable-event.ts'
import { closeRegistration } from './protocol.ts'
import { hasLock, releaseLock, takeLock } from './single-instance-lock.ts'
import { StrictEmitter } from './unknown-members.ts'
import { allWindows } from './window-list.ts'

type Members =
  | 'commandLine'
  | 'disableHardwareAcceleration'
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getLocale'
  | 'getName'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getSystemLocale'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setName'
  | 'setPath'
  | 'whenReady'

/** `app`: its life from start to end. Calls that would change the desktop around it are recorded. */
class StandInApp extends StrictEmitter implements Pick<Electron.App, Members> {
  readonly commandLine = commandLine
  readonly isPackaged = process.env['ELECTRON_STAND_IN_PACKAGED'] === '1'
  readonly dock = undefined
  name = manifest.productName ?? manifest.name
  readonly getPath = getPath
  readonly setPath = setPath
  readonly enableSandbox = recorded('app.enableSandbox')
  readonly disableHardwareAcceleration = recorded('app.disableHardwareAcceleration')
  readonly setAppUserModelId = recorded<[id: string]>('app.setAppUserModelId')
  readonly setAsDefaultProtocolClient = recorded<[scheme: string], boolean>(
    'app.setAsDefaultProtocolClient',
    () => true,
  )
  readonly removeAsDefaultProtocolClient = recorded<[scheme: string], boolean>(
    'app.removeAsDefaultProtocolClient',
    () => true,
  )
  readonly addRecentDocument = recorded<[path: string]>('app.addRecentDocument')
  readonly clearRecentDocuments = recorded('app.clearRecentDocuments')
  readonly setAboutPanelOptions =
    recorded<[options: Electron.AboutPanelOptionsOptions]>('app.setAboutPanelOptions')
  readonly setJumpList = recorded<[categories: Electron.JumpListCategory[] | null]>('app.setJumpList')
  readonly relaunch = recorded<[options?: Electron.RelaunchOptions]>('app.relaunch')
  readonly focus = recorded<[options?: Electron.FocusOptions]>('app.focus')
  readonly hide = recorded('app.hide')
  readonly show = recorded('app.show')
  readonly #ready = Promise.withResolvers<undefined>()
  #isReady = false
  #isQuitting = false
  #isExiting = false

  constructor() {
    super('app')
  }

  /** Called once the main script has run. Chromium starts now, unless the app has ended already. */
  async start(): Promise<void> {
    await followTargets()
    await theBrowser().devToolsUrl
    closeRegistration()
    this.#isReady = true
    this.emit('will-finish-launching')
    this.emit('ready', preventableEvent({}), {})
    this.#ready.resolve(undefined)
  }

  isReady = (): boolean => this.#isReady
  whenReady = (): Promise<void> => this.#ready.promise
  getName = (): string => this.name
  setName = (name: string): void => void (this.name = name)
  getVersion = (): string => manifest.version
  getAppPath = (): string => appFolder
  getLocale = (): string => commandLine.getSwitchValue('lang') || 'en-US'
  getSystemLocale = (): string => 'en-US'
  getPreferredSystemLanguages = (): string[] => ['en-US']
  hasSingleInstanceLock = hasLock
  releaseSingleInstanceLock = releaseLock

  requestSingleInstanceLock(additionalData?: Record<never, never>): boolean {
    return takeLock(additionalData, ({ argv, workingDirectory, additionalData: data }) =>
      this.emit('second-instance', preventableEvent({}), argv, workingDirectory, data),
    )
  }

  /** Asks everyone, in Electron's order: before-quit, each window, will-quit. A veto ends it. */
  quit(): void {
    if (this.#isQuitting) return
    const event = preventableEvent({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    if (allWindows().length === 0) this.#endUnlessPrevented()
    for (const window of allWindows()) window.close()
  }

  /** Ends without asking anyone. */
  exit(exitCode = 0): void {
    if (this.#isExiting) return
    this.#isExiting = true
    for (const window of allWindows()) window.destroy()
    this.emit('quit', preventableEvent({}), exitCode)
    process.exit(exitCode)
  }

  /** A window has refused to close. */
  cancelQuit(): void {
    this.#isQuitting = false
  }

  /** The last window is gone: that ends a quit, and else is the app's to decide. */
  onAllWindowsClosed(): void {
    if (this.#isExiting) return
    if (this.#isQuitting) this.#endUnlessPrevented()
    else if (!this.emit('window-all-closed')) this.quit()
  }

  #endUnlessPrevented(): void {
    const event = preventableEvent({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) this.#isQuitting = false
    else this.exit(0)
  }
}

/** `app`. */
export const app = new StandInApp()
