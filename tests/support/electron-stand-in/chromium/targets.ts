import { theBrowser } from './browser.ts'

/** What a window is told about its target from outside of it. */
export interface TargetListener {
  readonly onDestroyed: () => void
  readonly onTitle: (title: string) => void
}

const listeners = new Map<string, TargetListener>()

/** Makes Chromium ready: from here on targets can be followed. */
export async function followTargets(): Promise<void> {
  const { root } = theBrowser().connection
  root.on('Target.targetDestroyed', ({ targetId }) => listeners.get(targetId)?.onDestroyed())
  root.on('Target.targetInfoChanged', ({ targetInfo }) => {
    if (targetInfo.title !== '') listeners.get(targetInfo.targetId)?.onTitle(targetInfo.title)
  })
  await root.send('Target.setDiscoverTargets', { discover: true })
}

export function followTarget(targetId: string, listener: TargetListener): void {
  listeners.set(targetId, listener)
}

export function closeTarget(targetId: string): void {
  theBrowser()
    .connection.root.send('Target.closeTarget', { targetId })
    .catch(() => undefined)
}
