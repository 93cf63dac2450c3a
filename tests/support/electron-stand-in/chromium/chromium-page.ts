import type { MainMessage, PageMessage } from '../page-world/page-messages.ts'
import { bindingName, receiverName } from '../page-world/preload-scripts.ts'
import { toChromiumUrl } from '../scheme-url.ts'
import { theBrowser } from './browser.ts'
import type { CdpSession } from './cdp-connection.ts'
import { PageFrames, type PageFrame } from './page-frames.ts'
import { preparePage, type PagePreparation } from './prepare-page.ts'
import { closeTarget, createTarget, followTarget } from './targets.ts'

/** Who owns a page: is told what happens in it, and decides what may. */
export interface PageOwner {
  readonly onMessage: (message: PageMessage, frame: PageFrame) => void
  readonly onConsole: (level: string, text: string) => void
  readonly onDomReady: () => void
  readonly onLoaded: () => void
  readonly onNavigated: (url: string, isInPage: boolean) => void
  readonly onTitle: (title: string) => void
  readonly onCrashed: () => void
  readonly onDestroyed: () => void
  readonly onWindowOpen: (request: { url: string; frameName: string; features: string }) => void
  /** False refuses. */
  readonly mayNavigate: (url: string, frame: PageFrame) => boolean
  /** Before a document is loaded from there. */
  readonly beforeDocument: (url: string) => void
  /** A `beforeunload` listener holds the page; true lets it go all the same. */
  readonly mayUnload: () => boolean
}

/** One page of Chromium that stands for the contents of a window. */
export class ChromiumPage {
  readonly session: CdpSession
  readonly frames = new PageFrames()
  readonly #targetId: string
  readonly #ownNavigations = new Set<string>()
  #isCrashed = false
  #whenHeld: (() => void) | undefined
  readonly #destroyed: Promise<void>

  private constructor(targetId: string, session: CdpSession, owner: PageOwner) {
    this.session = session
    this.#targetId = targetId
    this.#destroyed = new Promise(resolve => {
      const onDestroyed = (): void => {
        resolve()
        owner.onDestroyed()
      }
      followTarget(targetId, { onTitle: owner.onTitle, onDestroyed })
    })
  }

  /** Opens a blank page that is ready for its first navigation. */
  static async open(owner: PageOwner, preparation: PagePreparation): Promise<ChromiumPage> {
    const { root } = theBrowser().connection
    const targetId = await createTarget(preparation.width, preparation.height)
    const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true })
    const page = new ChromiumPage(targetId, theBrowser().connection.session(sessionId), owner)
    await page.frames.follow(page.session)
    page.#listen(owner)
    const mayNavigate = (url: string, frameId: string): boolean => page.#mayNavigate(url, frameId, owner)
    await preparePage(page.session, preparation, mayNavigate)
    return page
  }

  /** Goes there as the app's own wish: nobody is asked. */
  async navigate(url: string): Promise<void> {
    const target = toChromiumUrl(url)
    this.#ownNavigations.add(withoutFragment(target))
    const loaded = new Promise<unknown>(resolve => this.session.once('Page.loadEventFired', resolve))
    const { errorText, loaderId } = await this.session.send('Page.navigate', { url: target })
    if (errorText !== undefined) throw new Error(errorText)
    if (loaderId !== undefined) await loaded
  }

  async reload(ignoreCache: boolean): Promise<void> {
    this.#isCrashed = false
    this.#ownNavigations.add(withoutFragment(toChromiumUrl(this.frames.mainFrame.url)))
    await this.session.send('Page.reload', { ignoreCache })
  }

  /** Tells the isolated world of a frame; one that has none yet, or no more, is told nothing. */
  tell(message: MainMessage, frameId = this.frames.mainFrame.id): void {
    const uniqueContextId = this.frames.contextOf(frameId)
    if (uniqueContextId === undefined) return
    const expression = `globalThis.${receiverName}?.(${JSON.stringify(JSON.stringify(message))})`
    this.session.send('Runtime.evaluate', { expression, uniqueContextId }).catch(() => undefined)
  }

  /** Runs code in the page's own world. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** The CSS size of the page; `zoom` makes what is in it larger and the size smaller. */
  async setViewport({ width, height }: { width: number; height: number }, zoom: number): Promise<void> {
    await this.session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.max(1, Math.round(width / zoom)),
      height: Math.max(1, Math.round(height / zoom)),
      deviceScaleFactor: zoom,
      mobile: false,
    })
  }

  async setDark(isDark: boolean): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' }]
    await this.session.send('Emulation.setEmulatedMedia', { features })
  }

  crash(): void {
    this.session.send('Page.crash').catch(() => undefined)
  }

  /** Closes it as a user would: false when a `beforeunload` listener holds it. */
  async close(): Promise<boolean> {
    if (this.#isCrashed) this.destroy()
    const held = new Promise<boolean>(resolve => {
      this.#whenHeld = () => resolve(false)
    })
    this.session.send('Page.close').catch(() => undefined)
    return Promise.race([this.#destroyed.then(() => true), held])
  }

  destroy(): void {
    closeTarget(this.#targetId)
  }

  #mayNavigate(url: string, frameId: string, owner: PageOwner): boolean {
    const frame = this.frames.find(frameId) ?? this.frames.mainFrame
    const isMain = frame.parentId === undefined
    const isOwn = isMain && this.#ownNavigations.delete(withoutFragment(toChromiumUrl(url)))
    const isAllowed = isOwn || owner.mayNavigate(url, frame)
    if (isAllowed && isMain) owner.beforeDocument(url)
    return isAllowed
  }

  #listen(owner: PageOwner): void {
    const isBlank = (): boolean => /^(about:blank)?$/.test(this.frames.mainFrame.url)
    const { session } = this
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const frame = this.frames.ofContext(executionContextId)
      if (name === bindingName && frame !== undefined)
        owner.onMessage(JSON.parse(payload) as PageMessage, frame)
    })
    session.on('Runtime.consoleAPICalled', ({ type, args }) =>
      owner.onConsole(type, args.map(({ value, description }) => String(value ?? description)).join(' ')),
    )
    session.on('Page.domContentEventFired', () => isBlank() || owner.onDomReady())
    session.on('Page.loadEventFired', () => isBlank() || owner.onLoaded())
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined && !isBlank()) owner.onNavigated(this.frames.mainFrame.url, false)
    })
    session.on('Page.navigatedWithinDocument', ({ frameId }) => {
      if (frameId === this.frames.mainFrame.id) owner.onNavigated(this.frames.mainFrame.url, true)
    })
    session.on('Inspector.targetCrashed', () => {
      this.#isCrashed = true
      owner.onCrashed()
    })
    this.#listenToLeaving(owner)
  }

  #listenToLeaving(owner: PageOwner): void {
    const { session } = this
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
      owner.onWindowOpen({
        url,
        frameName: windowName === '_blank' ? '' : windowName,
        features: windowFeatures.join(','),
      }),
    )
    session.on('Page.frameRequestedNavigation', ({ url, disposition, frameId }) => {
      if (disposition === 'newTab' || disposition === 'newWindow')
        owner.onWindowOpen({ url, frameName: '', features: '' })
      else if (disposition === 'currentTab' && !/^(https?|about|blob|data|javascript):/.test(url))
        owner.mayNavigate(url, this.frames.find(frameId) ?? this.frames.mainFrame)
    })
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      const accept = type === 'beforeunload' ? owner.mayUnload() : type === 'alert'
      if (type === 'beforeunload' && !accept) this.#whenHeld?.()
      session.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined)
    })
  }
}

function withoutFragment(url: string): string {
  return new URL(url).href.split('#')[0] ?? url
}
