import { bindingName, isolatedWorldName, type PreloadScripts } from '../page-world/preload-scripts.ts'
import { theBrowser } from './browser.ts'
import type { CdpSession } from './cdp-connection.ts'
import { interceptRequests, type NavigationPolicy } from './request-interception.ts'
import { closeTarget } from './targets.ts'

/** What a page has before it goes anywhere. */
export interface PagePreparation {
  readonly width: number
  readonly height: number
  readonly scripts: PreloadScripts
}

/** Puts the preload before every document, pauses every request, and lets no page open another. */
export async function preparePage(
  session: CdpSession,
  { width, height, scripts }: PagePreparation,
  mayNavigate: NavigationPolicy,
): Promise<void> {
  closePopups(session)
  await Promise.all([
    session.send('Page.enable'),
    session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    session.send('Runtime.enable'),
    session.send('Runtime.addBinding', { name: bindingName, executionContextName: isolatedWorldName }),
    interceptRequests(session, mayNavigate),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld }),
    session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.isolatedWorld,
      worldName: isolatedWorldName,
    }),
    session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    }),
    session.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
  ])
}

/**
 * Popups are paused before they load anything, and closed: `Page.windowOpen` has told what they wanted. Workers have
 * requests of their own, which don't pass their page's session.
 */
function closePopups(session: CdpSession): void {
  session.on('Target.attachedToTarget', ({ targetInfo, sessionId }) => {
    if (targetInfo.type === 'page') return closeTarget(targetInfo.targetId)
    const worker = theBrowser().connection.session(sessionId)
    Promise.all([
      interceptRequests(worker, () => false),
      worker.send('Runtime.runIfWaitingForDebugger'),
    ]).catch(() => undefined)
  })
}
