import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

const candidates = [
  // The part of Chromium that tests need, as Playwright's own is: its specs take a quarter less time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A Chromium for browser tests: `ANSWERBOOK_CHROMIUM`, one that is installed, Playwright's own, or one that is
 * installed now (Playwright's download, else the system's package).
 *
 * @throws Error when there is none and none can be installed.
 */
export async function findBrowser(): Promise<string> {
  const found = installedBrowser() ?? (await playwrightBrowser())
  if (found !== undefined) return found
  console.log('No Chromium is installed: getting one for the browser tests …')
  installBrowser()
  const installed = installedBrowser() ?? (await playwrightBrowser())
  if (installed === undefined) {
    throw new Error(
      'no Chromium was found and none could be installed: install one, or set ANSWERBOOK_CHROMIUM to its path',
    )
  }
  return installed
}

function installedBrowser(): string | undefined {
  const chosen = process.env['ANSWERBOOK_CHROMIUM']
  return (chosen === undefined ? candidates : [chosen]).find(isExecutable)
}

async function playwrightBrowser(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return isExecutable(path) ? path : undefined
}

function installBrowser(): void {
  const isRootOnDebian =
    process.platform === 'linux' && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')
  if (isRootOnDebian) {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['update'], quiet)
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], quiet).status === 0) return
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
