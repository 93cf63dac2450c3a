import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

/** Chromium without windows of its own: nothing is loaded or drawn but the pages, which takes a quarter less of the processors. */
const headlessShell = '/usr/bin/chromium-headless-shell'

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A Chromium for tests: `ANSWERBOOK_CHROMIUM`, one that is installed, Playwright's own, or one that is installed now (the
 * system's package, else Playwright's download). Where there is a headless shell, it is that with `isShellBest`, which is
 * what many small tests want, and else the last choice.
 *
 * @throws Error when there is none and none can be installed.
 */
export async function findBrowser({ isShellBest = false } = {}): Promise<string> {
  const candidates = isShellBest ? [headlessShell, ...browsers] : [...browsers, headlessShell]
  const find = async (): Promise<string | undefined> =>
    installedBrowser(candidates) ?? (await playwrightBrowser())
  const found = await find()
  if (found !== undefined) return found
  console.log('No Chromium is installed: getting one for the browser tests …')
  installBrowser(isShellBest ? 'chromium-headless-shell' : 'chromium')
  const installed = await find()
  if (installed === undefined) {
    throw new Error(
      'no Chromium was found and none could be installed: install one, or set ANSWERBOOK_CHROMIUM to its path',
    )
  }
  return installed
}

function installedBrowser(candidates: readonly string[]): string | undefined {
  const chosen = process.env['ANSWERBOOK_CHROMIUM']
  return (chosen === undefined ? candidates : [chosen]).find(isExecutable)
}

async function playwrightBrowser(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return isExecutable(path) ? path : undefined
}

function installBrowser(debianPackage: string): void {
  const isRootOnDebian =
    process.platform === 'linux' && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')
  if (isRootOnDebian) {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['update'], quiet)
    for (const name of [debianPackage, 'chromium']) {
      const { status } = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], quiet)
      if (status === 0) return
    }
  }
  spawnSync('npx', ['--no-install', 'playwright', 'install', '--with-deps', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
