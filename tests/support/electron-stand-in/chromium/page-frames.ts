import { isolatedWorldName } from '../page-world/preload-scripts.ts'
import { fromChromiumUrl } from '../scheme-url.ts'
import type { CdpSession } from './cdp-connection.ts'

/** A frame of a page, as the app knows it. */
export interface PageFrame {
  readonly id: string
  readonly parentId: string | undefined
  readonly url: string
  readonly name: string
}

/** Follows the frames of one page, and the isolated world of each. */
export class PageFrames {
  readonly #frames = new Map<string, PageFrame>()
  readonly #contexts = new Map<number, { readonly frameId: string; readonly uniqueId: string }>()
  #mainFrameId = ''

  /** Follows from now on; the page has only its main frame yet. */
  async follow(session: CdpSession): Promise<void> {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) =>
      this.#frames.set(frameId, { id: frameId, parentId: parentFrameId, url: 'about:blank', name: '' }),
    )
    session.on('Page.frameDetached', ({ frameId }) => this.#frames.delete(frameId))
    session.on('Page.frameNavigated', ({ frame }) => this.#keep(frame))
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.#frames.get(frameId)
      if (frame !== undefined) this.#frames.set(frameId, { ...frame, url: fromChromiumUrl(url) })
    })
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string }
      if (context.name === isolatedWorldName && frameId !== undefined)
        this.#contexts.set(context.id, { frameId, uniqueId: context.uniqueId })
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#contexts.delete(executionContextId),
    )
    session.on('Runtime.executionContextsCleared', () => this.#contexts.clear())
    const { frameTree } = await session.send('Page.getFrameTree')
    this.#mainFrameId = frameTree.frame.id
    this.#keep(frameTree.frame)
  }

  get mainFrame(): PageFrame {
    return this.find(this.#mainFrameId) ?? { id: this.#mainFrameId, parentId: undefined, url: '', name: '' }
  }

  find(frameId: string | undefined): PageFrame | undefined {
    return frameId === undefined ? undefined : this.#frames.get(frameId)
  }

  /** The frame that a context of the isolated world belongs to. */
  ofContext(contextId: number): PageFrame | undefined {
    return this.find(this.#contexts.get(contextId)?.frameId)
  }

  /** The isolated world of a frame, as `Runtime.evaluate` wants it named. */
  contextOf(frameId: string): string | undefined {
    return [...this.#contexts.values()].findLast(context => context.frameId === frameId)?.uniqueId
  }

  #keep(frame: { id: string; parentId?: string; url: string; urlFragment?: string; name?: string }): void {
    const url = fromChromiumUrl(frame.url + (frame.urlFragment ?? ''))
    this.#frames.set(frame.id, { id: frame.id, parentId: frame.parentId, url, name: frame.name ?? '' })
  }
}
