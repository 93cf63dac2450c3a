import type { PageFrame, PageFrames } from './chromium/page-frames.ts'
import { refuseUnknownMembers } from './unknown-members.ts'

const routingIds = new Map<string, number>()

/** A frame as `senderFrame` and `mainFrame` give it: who it is, and whose child. */
export function createWebFrame(frames: PageFrames, frame: PageFrame): Electron.WebFrameMain {
  const parent = frames.find(frame.parentId)
  const routingId = routingIds.get(frame.id) ?? routingIds.size + 1
  routingIds.set(frame.id, routingId)
  const webFrame = {
    url: frame.url,
    origin: /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(frame.url)?.[0] ?? 'null',
    name: frame.name,
    parent: parent === undefined ? null : createWebFrame(frames, parent),
    routingId,
    frameTreeNodeId: routingId,
    processId: 1,
    osProcessId: 1,
    detached: false,
    isDestroyed: () => false,
    get top(): Electron.WebFrameMain | null {
      return webFrame.parent === null ? standIn : webFrame.parent.top
    },
  } satisfies Partial<Electron.WebFrameMain>
  const standIn: Electron.WebFrameMain = refuseUnknownMembers(
    webFrame,
    'WebFrameMain',
  ) as unknown as Electron.WebFrameMain
  return standIn
}
