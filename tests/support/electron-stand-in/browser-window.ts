import { app } from './app.ts'
import { recorded } from './call-record.ts'
import { preventableEvent } from './preventable-event.ts'
import { screen } from './screen.ts'
import { StrictEmitter } from './unknown-members.ts'
import { WebContents } from './web-contents.ts'
import { initialShape, shownBounds, type WindowShape } from './window-bounds.ts'
import { addWindow, allWindows, focusedWindow, moveFocus, removeWindow, windowWithId } from './window-list.ts'

type Members =
  | 'blur'
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getContentBounds'
  | 'getNormalBounds'
  | 'getRepresentedFilename'
  | 'getSize'
  | 'getTitle'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isDocumentEdited'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'reload'
  | 'restore'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setDocumentEdited'
  | 'setFullScreen'
  | 'setMenuBarVisibility'
  | 'setRepresentedFilename'
  | 'setSize'
  | 'setTitle'
  | 'show'
  | 'showInactive'
  | 'unmaximize'

const record = <Args extends unknown[]>(name: string): ((...args: Args) => void) =>
  recorded<Args>(`BrowserWindow.${name}`)

/** `BrowserWindow`: its page is real; its place, shape and focus are kept and told, though no screen shows them. */
export class BrowserWindow extends StrictEmitter implements Pick<Electron.BrowserWindow, Members> {
  static getAllWindows = allWindows
  static getFocusedWindow = focusedWindow
  static fromId = windowWithId
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    allWindows().find(window => window.webContents === contents) ?? null

  readonly id: number
  readonly webContents: WebContents
  readonly setBackgroundColor = record<[color: string]>('setBackgroundColor')
  readonly setMenuBarVisibility = record<[isVisible: boolean]>('setMenuBarVisibility')
  readonly setAutoHideMenuBar = record<[isHidden: boolean]>('setAutoHideMenuBar')
  readonly setMinimumSize = record<[width: number, height: number]>('setMinimumSize')
  readonly setProgressBar = record<[progress: number]>('setProgressBar')
  readonly setMenu = record<[menu: unknown]>('setMenu')
  readonly removeMenu = record<[]>('removeMenu')
  readonly flashFrame = record<[isOn: boolean]>('flashFrame')
  readonly moveTop = record<[]>('moveTop')
  readonly setTitleBarOverlay = record<[options: Electron.TitleBarOverlayOptions]>('setTitleBarOverlay')
  readonly #shape: WindowShape
  #title: string
  #representedFilename = ''
  #isEdited = false
  #isClosing = false
  #isDestroyed = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow')
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.#shape = initialShape(options, screen.getPrimaryDisplay().workArea)
    this.#title = options.title ?? app.name
    this.webContents = new WebContents(options.webPreferences ?? {}, this.#shape.bounds)
    this.id = this.webContents.id
    addWindow(this)
    this.#listen()
    app.emit('web-contents-created', preventableEvent({}), this.webContents)
    app.emit('browser-window-created', preventableEvent({}), this)
    if (this.#shape.isVisible) this.focus()
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url)
  reload = (): void => this.webContents.reload()

  /** Asks the `close` listeners, then the page; either can hold the window, and with it the end of the app. */
  close(): void {
    if (this.#isClosing || this.#isDestroyed) return
    const event = preventableEvent({})
    this.emit('close', event)
    if (event.defaultPrevented) return app.cancelQuit()
    this.#isClosing = true
    void this.webContents
      .whenOpened()
      .then(page => page.close())
      .then(hasClosed => {
        this.#isClosing = false
        if (!hasClosed) app.cancelQuit()
      })
  }

  destroy(): void {
    if (this.#isDestroyed) return
    void this.webContents.whenOpened().then(page => page.destroy())
    this.#end()
  }

  isDestroyed = (): boolean => this.#isDestroyed

  show(): void {
    this.#change({ isVisible: true }, 'show')
    this.focus()
  }

  showInactive = (): void => this.#change({ isVisible: true }, 'show')
  hide = (): void => this.#change({ isVisible: false }, 'hide')
  minimize = (): void => this.#change({ isMinimized: true }, 'minimize')
  maximize = (): void => this.#change({ isMaximized: true }, 'maximize')
  unmaximize = (): void => this.#change({ isMaximized: false }, 'unmaximize')
  restore = (): void =>
    this.#change(this.#shape.isMinimized ? { isMinimized: false } : { isMaximized: false }, 'restore')
  isVisible = (): boolean => this.#shape.isVisible
  isMinimized = (): boolean => this.#shape.isMinimized
  isMaximized = (): boolean => this.#shape.isMaximized
  isFullScreen = (): boolean => this.#shape.isFullScreen

  setFullScreen(isFullScreen: boolean): void {
    this.#change({ isFullScreen }, isFullScreen ? 'enter-full-screen' : 'leave-full-screen')
  }

  focus(): void {
    if (focusedWindow() === this) return
    moveFocus(this)?.emit('blur', preventableEvent({}))
    this.emit('focus', preventableEvent({}))
    app.emit('browser-window-focus', preventableEvent({}), this)
  }

  blur(): void {
    if (focusedWindow() !== this) return
    moveFocus(null)
    this.emit('blur', preventableEvent({}))
    app.emit('browser-window-blur', preventableEvent({}), this)
  }

  isFocused = (): boolean => focusedWindow() === this

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#shape.bounds
    const after = { ...before, ...bounds }
    this.#shape.bounds = after
    this.#fit()
    if (after.width !== before.width || after.height !== before.height)
      this.emit('resize', preventableEvent({}))
    if (after.x !== before.x || after.y !== before.y) this.emit('move', preventableEvent({}))
  }

  setSize = (width: number, height: number): void => this.setBounds({ width, height })
  getNormalBounds = (): Electron.Rectangle => ({ ...this.#shape.bounds })
  getBounds = (): Electron.Rectangle =>
    shownBounds(this.#shape, screen.getDisplayMatching(this.#shape.bounds))
  getContentBounds = (): Electron.Rectangle => this.getBounds()
  getSize = (): number[] => [this.getBounds().width, this.getBounds().height]

  setTitle = (title: string): void => void (this.#title = title)
  getTitle = (): string => this.#title
  setRepresentedFilename = (name: string): void => void (this.#representedFilename = name)
  getRepresentedFilename = (): string => this.#representedFilename
  setDocumentEdited = (isEdited: boolean): void => void (this.#isEdited = isEdited)
  isDocumentEdited = (): boolean => this.#isEdited

  #listen(): void {
    const { webContents } = this
    webContents.once('dom-ready', () => this.emit('ready-to-show', preventableEvent({})))
    webContents.on('stand-in:page-destroyed', () => this.#end())
    webContents.on('stand-in:close-asked', () => this.close())
    webContents.on('page-title-updated', (_event, title: string) => {
      const event = preventableEvent({})
      this.emit('page-title-updated', event, title, true)
      if (!event.defaultPrevented) this.#title = title
    })
  }

  #change(change: Partial<WindowShape>, event: string): void {
    Object.assign(this.#shape, change)
    this.#fit()
    this.emit(event, preventableEvent({}))
  }

  #fit(): void {
    const { width, height } = this.getBounds()
    this.webContents.setSize({ width, height })
  }

  #end(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    removeWindow(this)
    this.webContents.markDestroyed()
    this.emit('closed')
    if (allWindows().length === 0) app.onAllWindowsClosed()
  }
}
