import { recordCall, recorded } from './call-record.ts'
import { ChromiumPage } from './chromium/chromium-page.ts'
import type { ContentsState } from './contents-state.ts'
import { nativeTheme } from './native-theme.ts'
import { createPageOwner } from './page-owner.ts'
import { createPreloadScripts, type PreloadScripts } from './page-world/preload-scripts.ts'
import { preventableEvent } from './preventable-event.ts'
import { printParameters } from './print-to-pdf.ts'
import { session } from './session.ts'
import { createStructuredCloneCodec } from './structured-clone-codec.ts'
import { StrictEmitter } from './unknown-members.ts'
import { createWebFrame } from './web-frame.ts'

type Members =
  | 'close'
  | 'closeDevTools'
  | 'copy'
  | 'cut'
  | 'delete'
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
  | 'getTitle'
  | 'getType'
  | 'getURL'
  | 'getZoomFactor'
  | 'getZoomLevel'
  | 'id'
  | 'isCrashed'
  | 'isDestroyed'
  | 'isDevToolsOpened'
  | 'isLoading'
  | 'loadURL'
  | 'mainFrame'
  | 'openDevTools'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'printToPDF'
  | 'redo'
  | 'reload'
  | 'reloadIgnoringCache'
  | 'replaceMisspelling'
  | 'selectAll'
  | 'send'
  | 'setWindowOpenHandler'
  | 'setZoomFactor'
  | 'setZoomLevel'
  | 'toggleDevTools'
  | 'undo'

const codec = createStructuredCloneCodec()
let lastId = 0

/** `WebContents`: a page of Chromium. Editing commands, printing, zoom and a crash are real. */
export class WebContents extends StrictEmitter implements Pick<Electron.WebContents, Members> {
  readonly id = (lastId += 1)
  readonly opener = null
  readonly hostWebContents = null
  readonly replaceMisspelling = recorded<[text: string]>('webContents.replaceMisspelling')
  readonly inspectElement = recorded<[x: number, y: number]>('webContents.inspectElement')
  readonly setBackgroundThrottling = recorded<[isAllowed: boolean]>('webContents.setBackgroundThrottling')
  readonly setVisualZoomLevelLimits = recorded<[minimum: number, maximum: number], Promise<void>>(
    'webContents.setVisualZoomLevelLimits',
    async () => undefined,
  )
  readonly #state: ContentsState
  readonly #opened: Promise<ChromiumPage>
  #hasDevTools = false

  constructor(preferences: Electron.WebPreferences, size: ContentsState['size']) {
    super('webContents')
    const own =
      preferences.partition === undefined
        ? session.defaultSession
        : session.fromPartition(preferences.partition)
    this.#state = {
      preferences,
      session: (preferences.session as unknown as typeof own | undefined) ?? own,
      page: undefined,
      url: '',
      title: '',
      isLoading: false,
      isCrashed: false,
      isDestroyed: false,
      zoomLevel: 0,
      size,
      openHandler: undefined,
    }
    this.#opened = this.#open(size)
    this.#opened.catch(error => console.error(error))
    nativeTheme.on('updated', () => this.#showTheme())
  }

  /** The page, once it is open. */
  whenOpened(): Promise<ChromiumPage> {
    return this.#opened
  }

  get session(): Electron.Session {
    return this.#state.session as unknown as Electron.Session
  }

  get mainFrame(): Electron.WebFrameMain {
    const { page } = this.#state
    if (page === undefined) throw new Error('the page is not open yet')
    return createWebFrame(page.frames, page.frames.mainFrame)
  }

  send(channel: string, ...args: unknown[]): void {
    const text = codec.encode(args)
    void this.#opened.then(page => page.tell({ kind: 'event', channel, args: text }))
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#opened
    this.#state.isLoading = true
    this.#state.url = url
    this.emit('did-start-loading', preventableEvent({}))
    try {
      await page.navigate(url)
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace('net::', '') : ''
      this.emit('did-fail-load', preventableEvent({}), -2, reason, url, true)
      throw new Error(`${reason} (-2) loading '${url}'`, { cause: error })
    }
  }

  setWindowOpenHandler(handler: NonNullable<ContentsState['openHandler']>): void {
    this.#state.openHandler = handler
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.#opened).evaluate(code)
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { session: cdp } = await this.#opened
    const { data } = await cdp.send('Page.printToPDF', printParameters(options))
    return Buffer.from(data, 'base64')
  }

  reload = (): void => this.#reload(false)
  reloadIgnoringCache = (): void => this.#reload(true)
  getURL = (): string => this.#state.url
  getTitle = (): string => this.#state.title
  getType = (): 'window' => 'window'
  isLoading = (): boolean => this.#state.isLoading
  isDestroyed = (): boolean => this.#state.isDestroyed
  isCrashed = (): boolean => this.#state.isCrashed
  /** Not in Electron's types; its own tests use it. */
  getLastWebPreferences = (): Electron.WebPreferences => ({ ...this.#state.preferences })

  close(): void {
    this.emit('stand-in:close-asked')
  }

  forcefullyCrashRenderer(): void {
    void this.#opened.then(page => page.crash())
  }

  setZoomLevel(level: number): void {
    this.#state.zoomLevel = level
    this.setSize(this.#state.size)
  }

  getZoomLevel = (): number => this.#state.zoomLevel
  getZoomFactor = (): number => 1.2 ** this.#state.zoomLevel
  setZoomFactor = (factor: number): void => this.setZoomLevel(Math.log(factor) / Math.log(1.2))

  undo = (): void => this.#edit('undo')
  redo = (): void => this.#edit('redo')
  cut = (): void => this.#edit('cut')
  copy = (): void => this.#edit('copy')
  paste = (): void => this.#edit('paste')
  pasteAndMatchStyle = (): void => this.#edit('pasteAndMatchStyle')
  delete = (): void => this.#edit('delete')
  selectAll = (): void => this.#edit('selectAll')

  isDevToolsOpened = (): boolean => this.#hasDevTools
  toggleDevTools = (): void => (this.#hasDevTools ? this.closeDevTools() : this.openDevTools())

  openDevTools(options?: Electron.OpenDevToolsOptions): void {
    recordCall('webContents.openDevTools', [options])
    this.#hasDevTools = true
    this.emit('devtools-opened')
  }

  closeDevTools(): void {
    this.#hasDevTools = false
    this.emit('devtools-closed')
  }

  /** The window has this size now. */
  setSize(size: ContentsState['size']): void {
    this.#state.size = size
    void this.#opened.then(page => page.setViewport(size, this.getZoomFactor())).catch(() => undefined)
  }

  /** The window is gone. */
  markDestroyed(): void {
    this.#state.isDestroyed = true
    this.emit('destroyed')
  }

  async #open({ width, height }: ContentsState['size']): Promise<ChromiumPage> {
    const owner = createPageOwner(this, this.#state)
    const page = await ChromiumPage.open(owner, { width, height, scripts: this.#readPreload() })
    this.#state.page = page
    await page.setDark(nativeTheme.shouldUseDarkColors)
    return page
  }

  #readPreload(): PreloadScripts {
    const { preferences } = this.#state
    try {
      return createPreloadScripts(preferences)
    } catch (error) {
      setImmediate(() => this.emit('preload-error', preventableEvent({}), preferences.preload, error))
      return createPreloadScripts({})
    }
  }

  #reload(ignoreCache: boolean): void {
    this.#state.isCrashed = false
    void this.#opened.then(page => page.reload(ignoreCache)).catch(() => undefined)
  }

  #edit(command: string): void {
    const key = { key: 'Unidentified', commands: [command] }
    void this.#opened
      .then(({ session: cdp }) => cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }))
      .catch(() => undefined)
  }

  #showTheme(): void {
    if (this.#state.isDestroyed) return
    void this.#opened.then(page => page.setDark(nativeTheme.shouldUseDarkColors)).catch(() => undefined)
  }
}
