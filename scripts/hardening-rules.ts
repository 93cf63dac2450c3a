/** One thing that keeps the desktop app locked, and how to see it in what is built. */
export interface HardeningRule {
  readonly name: string
  /** Which text it is looked for in. */
  readonly where: 'main' | 'preload' | 'builder' | 'page'
  readonly pattern: RegExp
}

/** The texts that are read: the built bundles and the packager's configuration. */
export type HardeningTexts = Readonly<Record<HardeningRule['where'], string>>

const preference = (name: string, value: boolean): HardeningRule => ({
  name: `web preference ${name}: ${value}`,
  where: 'main',
  pattern: new RegExp(`\\b${name}: ${value}\\b`),
})

const fuse = (name: string, value: boolean): HardeningRule => ({
  name: `fuse ${name}: ${value}`,
  where: 'builder',
  pattern: new RegExp(`^  ${name}: ${value}$`, 'm'),
})

const directive = (text: string): HardeningRule => ({
  name: `page policy ${text}`,
  where: 'main',
  pattern: new RegExp(`["']${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']`),
})

/** Every rule of the desktop app that can be read off its bundles; the desktop specs see the same rules at work. */
export const hardeningRules: readonly HardeningRule[] = [
  preference('sandbox', true),
  preference('contextIsolation', true),
  preference('nodeIntegration', false),
  preference('nodeIntegrationInSubFrames', false),
  preference('nodeIntegrationInWorker', false),
  preference('webviewTag', false),
  preference('webSecurity', true),
  preference('allowRunningInsecureContent', false),
  preference('experimentalFeatures', false),
  preference('navigateOnDragDrop', false),
  { name: 'sandbox for every process', where: 'main', pattern: /app\.enableSandbox\(\)/ },
  { name: 'one instance', where: 'main', pattern: /if \(app\.requestSingleInstanceLock\(\)\)/ },
  {
    name: 'permission requests denied',
    where: 'main',
    pattern: /setPermissionRequestHandler\(\(_contents, _permission, callback\) => callback\(false\)\)/,
  },
  { name: 'permission checks denied', where: 'main', pattern: /setPermissionCheckHandler\(\(\) => false\)/ },
  { name: 'devices denied', where: 'main', pattern: /setDevicePermissionHandler\(\(\) => false\)/ },
  {
    name: 'pages locked when they are made',
    where: 'main',
    pattern: /on\("web-contents-created", \(_event, contents\) => lockDown\(contents\)\)/,
  },
  {
    name: 'navigation refused',
    where: 'main',
    pattern:
      /on\("will-navigate", \(?event\)? => \{\s*if \(!isAppUrl\(event\.url\)\) event\.preventDefault\(\)/,
  },
  {
    name: 'navigation of frames refused',
    where: 'main',
    pattern:
      /on\("will-frame-navigate", \(?event\)? => \{\s*if \(!event\.isMainFrame \|\| !isAppUrl\(event\.url\)\) event\.preventDefault\(\)/,
  },
  {
    name: 'redirects refused',
    where: 'main',
    pattern: /on\("will-redirect", \(?event\)? => event\.preventDefault\(\)\)/,
  },
  {
    name: 'web views refused',
    where: 'main',
    pattern: /on\("will-attach-webview", \(?event\)? => event\.preventDefault\(\)\)/,
  },
  {
    name: 'new windows refused',
    where: 'main',
    pattern: /setWindowOpenHandler\(\(\{ url \}\) => \{[^}]*return \{ action: "deny" \}/,
  },
  {
    name: 'only web and mail links leave the app',
    where: 'main',
    pattern: /new Set\(\[\s*"http",\s*"https",\s*"mailto"\s*\]\)/,
  },
  {
    name: 'sender of each call checked',
    where: 'main',
    pattern: /if \(!isOwnPage\(event\.senderFrame\) \|\| typeof name !== "string"\) return refused/,
  },
  {
    name: 'only the top frame of our page is heard',
    where: 'main',
    pattern: /frame !== null && frame\.parent === null && isAppUrl\(frame\.url\)/,
  },
  {
    name: 'only our host of the scheme is served',
    where: 'main',
    pattern: /if \(url\.host !== "bundle" \|\| request\.method !== "GET"\) return notFound\(\)/,
  },
  { name: 'attachments by real path', where: 'main', pattern: /realPath\(/ },
  directive("default-src 'none'"),
  directive("script-src 'self'"),
  directive("style-src 'self'"),
  directive("img-src 'self' data: blob:"),
  directive("connect-src 'self'"),
  directive("worker-src 'self'"),
  directive("frame-src 'none'"),
  directive("object-src 'none'"),
  directive("base-uri 'none'"),
  directive("form-action 'none'"),
  directive("frame-ancestors 'none'"),
  directive("require-trusted-types-for 'script'"),
  directive('trusted-types default ProseMirrorClipboard'),
  {
    name: 'one bridge with two functions',
    where: 'preload',
    pattern:
      /^(?![\s\S]*exposeInMainWorld[\s\S]*exposeInMainWorld)[\s\S]*exposeInMainWorld\("answerbook", \{\s*request: [\s\S]*?onEvent: /,
  },
  {
    name: 'two channels between page and host, and nothing else of ipcRenderer',
    where: 'preload',
    pattern:
      /^(?![\s\S]*ipcRenderer(?!\.(?:invoke\(requestChannel, name, input\)|on\(eventChannel, forward\)|off\(eventChannel, forward\))))[\s\S]*requestChannel = "answerbook:request"/,
  },
  {
    name: 'no package in the preload script',
    where: 'preload',
    pattern: /^(?![\s\S]*require\("(?!electron"\)))[\s\S]*require\("electron"\)/,
  },
  {
    name: 'no inline script in the page',
    where: 'page',
    pattern: /^(?![\s\S]*<script(?![^>]*\ssrc=))(?![\s\S]*\son[a-z]+=)[\s\S]*<script[^>]*\ssrc=/,
  },
  fuse('runAsNode', false),
  fuse('enableCookieEncryption', true),
  fuse('enableNodeOptionsEnvironmentVariable', false),
  fuse('enableNodeCliInspectArguments', false),
  fuse('enableEmbeddedAsarIntegrityValidation', true),
  fuse('onlyLoadAppFromAsar', true),
  fuse('grantFileProtocolExtraPrivileges', false),
]

/** Names of the rules that don't hold. */
export function findWeaknesses(texts: HardeningTexts, rules = hardeningRules): string[] {
  return rules.filter(({ where, pattern }) => !pattern.test(texts[where])).map(({ name }) => name)
}
