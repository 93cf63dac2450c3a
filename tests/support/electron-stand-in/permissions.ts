import { theBrowser } from './chromium/browser.ts'
import { toChromiumUrl } from './scheme-url.ts'

type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>
type PermissionName = Parameters<RequestHandler>[1]

/** What the app answers when a page wants something; without a handler Electron grants all. */
export interface PermissionHandlers {
  request: RequestHandler | null
  check: CheckHandler | null
}

interface Descriptor {
  readonly name: string
  readonly sysex?: boolean
}

const descriptors: Readonly<Partial<Record<PermissionName, readonly Descriptor[]>>> = {
  geolocation: [{ name: 'geolocation' }],
  notifications: [{ name: 'notifications' }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  midi: [{ name: 'midi' }],
  midiSysex: [{ name: 'midi', sysex: true }],
  'clipboard-read': [{ name: 'clipboard-read' }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write' }],
  'idle-detection': [{ name: 'idle-detection' }],
  'persistent-storage': [{ name: 'persistent-storage' }],
  'screen-wake-lock': [{ name: 'screen-wake-lock' }],
  'local-fonts': [{ name: 'local-fonts' }],
  'window-management': [{ name: 'window-management' }],
}

/**
 * Tells Chromium the app's answers before a page of that origin asks. Electron asks the handlers when the page does;
 * here they are asked ahead, once for each permission, so they must decide by what they are given.
 */
export function applyPermissions(
  contents: Electron.WebContents,
  url: string,
  handlers: PermissionHandlers,
): void {
  const { protocol, origin } = new URL(toChromiumUrl(url))
  if (protocol !== 'http:' && protocol !== 'https:') return
  const { root } = theBrowser().connection
  for (const [permission, list] of Object.entries(descriptors))
    for (const descriptor of list) {
      const setting = isGranted(contents, permission as PermissionName, url, handlers) ? 'granted' : 'denied'
      root.send('Browser.setPermission', { permission: descriptor, setting, origin }).catch(() => undefined)
    }
}

function isGranted(
  contents: Electron.WebContents,
  permission: PermissionName,
  requestingUrl: string,
  { request, check }: PermissionHandlers,
): boolean {
  const details = { isMainFrame: true, requestingUrl }
  const { origin } = new URL(toChromiumUrl(requestingUrl))
  if (check !== null && !check(contents, permission, origin, details)) return false
  let answer = true
  request?.(contents, permission, granted => (answer = granted), details)
  return answer
}
