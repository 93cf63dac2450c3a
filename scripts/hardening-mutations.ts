import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findWeaknesses } from './hardening-rules.ts'
import { readHardeningTexts } from './read-hardening-texts.ts'

/**
 * `npm run hardening`: weakens one setting of the desktop app at a time in a copy of the sources, builds the host anew,
 * and shows which rule notices. Fails when a weakened setting goes unnoticed.
 */

interface Mutation {
  readonly file: string
  readonly from: string
  readonly to: string
}

const flip = (file: string, from: string): Mutation => ({
  file,
  from,
  to: from.endsWith('true') ? from.replace(/true$/, 'false') : from.replace(/false$/, 'true'),
})

const windowFile = 'src/main/window.ts'
const lockFile = 'src/main/lock-down.ts'
const policyFile = 'src/backend/security/content-security-policy.ts'

const mutations: readonly Mutation[] = [
  ...[
    'sandbox: true',
    'contextIsolation: true',
    'nodeIntegration: false',
    'nodeIntegrationInSubFrames: false',
  ].map(from => flip(windowFile, from)),
  ...[
    'nodeIntegrationInWorker: false',
    'webviewTag: false',
    'webSecurity: true',
    'allowRunningInsecureContent: false',
  ].map(from => flip(windowFile, from)),
  ...['experimentalFeatures: false', 'navigateOnDragDrop: false'].map(from => flip(windowFile, from)),
  { file: 'src/main/index.ts', from: 'app.enableSandbox()\n', to: '' },
  { file: 'src/main/index.ts', from: 'lockDownPages(app)\n', to: '' },
  { file: 'src/main/index.ts', from: '    denyPermissions()\n', to: '' },
  {
    file: 'src/main/index.ts',
    from: 'if (app.requestSingleInstanceLock()) start()\nelse app.quit()',
    to: 'start()',
  },
  { file: lockFile, from: 'callback(false)', to: 'callback(true)' },
  {
    file: lockFile,
    from: 'setPermissionCheckHandler(() => false)',
    to: 'setPermissionCheckHandler(() => true)',
  },
  {
    file: lockFile,
    from: 'setDevicePermissionHandler(() => false)',
    to: 'setDevicePermissionHandler(() => true)',
  },
  { file: lockFile, from: 'if (!isAppUrl(event.url)) event.preventDefault()', to: 'void event' },
  {
    file: lockFile,
    from: 'if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault()',
    to: 'void event',
  },
  { file: lockFile, from: "contents.on('will-redirect', event => event.preventDefault())", to: '' },
  { file: lockFile, from: "contents.on('will-attach-webview', event => event.preventDefault())", to: '' },
  { file: lockFile, from: "{ action: 'deny' }", to: "{ action: 'allow' }" },
  { file: 'src/shared/domain/external-url.ts', from: "'mailto'])", to: "'mailto', 'file'])" },
  { file: 'src/main/ipc.ts', from: 'if (!isOwnPage(event.senderFrame) || typeof', to: 'if (typeof' },
  { file: 'src/main/ipc.ts', from: ' && frame.parent === null', to: '' },
  { file: 'src/main/ipc.ts', from: ' && isAppUrl(frame.url)', to: '' },
  { file: 'src/main/protocol.ts', from: 'url.host !== appHost || ', to: '' },
  {
    file: 'src/preload/index.ts',
    from: "exposeInMainWorld('answerbook', bridge)",
    to: "exposeInMainWorld('answerbook', { ...bridge, ipcRenderer })",
  },
  { file: 'src/preload/index.ts', from: 'invoke(requestChannel, name, input)', to: 'invoke(name, input)' },
  ...[
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
  ].map(directiveMutation),
  ...[
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].map(directiveMutation),
  ...["frame-ancestors 'none'", "require-trusted-types-for 'script'"].map(directiveMutation),
  { file: policyFile, from: 'trusted-types default ProseMirrorClipboard', to: 'trusted-types *' },
  ...['runAsNode: false', 'enableCookieEncryption: true', 'enableNodeOptionsEnvironmentVariable: false'].map(
    from => flip('electron-builder.yml', from),
  ),
  ...['enableNodeCliInspectArguments: false', 'enableEmbeddedAsarIntegrityValidation: true'].map(from =>
    flip('electron-builder.yml', from),
  ),
  ...['onlyLoadAppFromAsar: true', 'grantFileProtocolExtraPrivileges: false'].map(from =>
    flip('electron-builder.yml', from),
  ),
]

const copy = await mkdtemp(join(tmpdir(), 'answerbook-hardening-'))
let unnoticed = 0
let isStale = false
try {
  await prepareCopy()
  console.log('| weakened | noticed by |\n|---|---|')
  for (const mutation of mutations) {
    const noticed = await noticedBy(mutation)
    if (noticed.length === 0) unnoticed += 1
    const shown = `\`${mutation.from.trim().replaceAll('|', '\\|').split('\n')[0]}\` in ${mutation.file}`
    console.log(`| ${shown} | ${noticed.join(', ') || '**nothing**'} |`)
  }
} finally {
  await rm(copy, { recursive: true, force: true })
}
console.log(
  `\n${mutations.length} settings weakened one at a time, ${mutations.length - unnoticed} noticed, ${unnoticed} not`,
)
process.exitCode = unnoticed === 0 ? 0 : 1

async function prepareCopy(): Promise<void> {
  for (const name of [
    'src',
    'resources',
    'package.json',
    'tsconfig.base.json',
    'electron.vite.config.ts',
    'vite.renderer.config.ts',
    'electron-builder.yml',
  ]) {
    await cp(name, join(copy, name), { recursive: true })
  }
  await symlink(resolve('node_modules'), join(copy, 'node_modules'), 'junction')
  await cp('out/renderer', join(copy, 'out/renderer'), { recursive: true })
  build()
  const before = findWeaknesses(
    await readHardeningTexts(join(copy, 'out'), join(copy, 'electron-builder.yml')),
  )
  if (before.length > 0) throw new Error(`the sources as they are have weaknesses: ${before.join(', ')}`)
}

async function noticedBy({ file, from, to }: Mutation): Promise<string[]> {
  const path = join(copy, file)
  const source = await readFile(path, 'utf8')
  if (!source.includes(from)) throw new Error(`${file} has no "${from}"`)
  await writeFile(path, source.replace(from, to))
  try {
    if (file.startsWith('src/')) build()
    else if (isStale) build()
    isStale = file.startsWith('src/')
    return findWeaknesses(await readHardeningTexts(join(copy, 'out'), join(copy, 'electron-builder.yml')))
  } finally {
    await writeFile(path, source)
  }
}

/** Only main and preload: the page does not change. */
function build(): void {
  execFileSync(process.execPath, [resolve('scripts/build-desktop-host.ts'), copy], { stdio: 'ignore' })
}

function directiveMutation(directive: string): Mutation {
  return { file: policyFile, from: `  "${directive}",\n`, to: '' }
}
