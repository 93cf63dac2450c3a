import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { CdpConnection } from './cdp-connection.ts'

/** A headless Chromium that the stand-in drives over a pipe and the test over a socket. */
export interface Chromium {
  readonly connection: CdpConnection
  /** Where a second client may connect. */
  readonly devToolsUrl: Promise<string>
  readonly kill: () => void
}

const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--hide-scrollbars',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-site-isolation-trials',
  '--disable-features=HttpsUpgrades,Translate,MediaRouter,OptimizationHints,IsolateOrigins,site-per-process',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--password-store=basic',
  '--force-color-profile=srgb',
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
]

/** It ends with the pipe, so at the latest with this process. */
export function launchChromium(executable: string, profileFolder: string): Chromium {
  const child = spawn(executable, [...switches, `--user-data-dir=${profileFolder}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const [, , errors, input, output] = child.stdio as unknown as [null, null, Readable, Writable, Readable]
  const devToolsUrl = new Promise<string>((resolve, reject) => {
    let log = ''
    errors.setEncoding('utf8').on('data', (text: string) => {
      log += text
      const url = /DevTools listening on (ws:\S+)/.exec(log)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`Chromium has ended: ${log.slice(-500)}`)))
  })
  devToolsUrl.catch(() => undefined)
  return { connection: new CdpConnection(input, output), devToolsUrl, kill: () => killWithHelpers(child) }
}

/** Its helper processes would outlive it by a moment, and write to the profile that a test is removing. */
function killWithHelpers(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}
