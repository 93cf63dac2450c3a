import { theBrowser } from './browser.ts'

/** What a window is told about its target from outside of it. */
export interface TargetListener {
  readonly onDestroyed: () => void
  readonly onTitle: (title: string) => void
}

const listeners = new Map<string, TargetListener>()
const own = new Set<string>()
let creating: Promise<unknown> = Promise.resolve()

/** Makes Chromium ready: from here on targets can be followed. Pages that no window has made are closed. */
export async function followTargets(): Promise<void> {
  const { root } = theBrowser().connection
  root.on('Target.targetDestroyed', ({ targetId }) => listeners.get(targetId)?.onDestroyed())
  root.on('Target.targetInfoChanged', ({ targetInfo }) => {
    if (targetInfo.title !== '') listeners.get(targetInfo.targetId)?.onTitle(targetInfo.title)
  })
  root.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type !== 'page') return
    void creating.then(() => own.has(targetInfo.targetId) || closeTarget(targetInfo.targetId))
  })
  await root.send('Target.setDiscoverTargets', { discover: true })
}

/** Opens a blank page for a window. */
export async function createTarget(width: number, height: number): Promise<string> {
  const { root } = theBrowser().connection
  const created = root.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
  creating = Promise.all([creating, created.then(({ targetId }) => own.add(targetId))])
  return (await created).targetId
}

export function followTarget(targetId: string, listener: TargetListener): void {
  listeners.set(targetId, listener)
}

export function closeTarget(targetId: string): void {
  theBrowser()
    .connection.root.send('Target.closeTarget', { targetId })
    .catch(() => undefined)
}
