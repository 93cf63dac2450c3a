import { spawn } from 'node:child_process'
import { _electron } from '@playwright/test'
import type { DesktopApp, LaunchOptions } from './desktop-app'
import { appFolder, electronExecutable } from './runtime'

/** Starts the built app in true Electron. */
export async function launchElectron({ args, environment, onPage }: LaunchOptions): Promise<DesktopApp> {
  const env = environment as Record<string, string>
  const allArgs = [appFolder, ...args, ...(process.platform === 'linux' ? ['--no-sandbox'] : [])]
  const electron = await _electron.launch({ args: allArgs, env })
  const child = electron.process()
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => (printed += String(data)))
  const exited = new Promise<number | null>(done => child.once('exit', code => done(code)))
  electron.windows().forEach(onPage)
  electron.on('window', onPage)
  return {
    process: child,
    windows: () => electron.windows(),
    firstWindow: async () => {
      const page = await electron.firstWindow()
      await page.waitForLoadState()
      return page
    },
    evaluate: (run, argument) => electron.evaluate(run as never, argument) as never,
    secondInstance: extra =>
      new Promise(done => {
        const second = spawn(electronExecutable() ?? '', [...allArgs, ...(extra ?? [])], {
          env,
          stdio: 'ignore',
        })
        second.once('exit', code => done(code))
      }),
    logs: () => printed,
    exited,
    close: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await electron.close().catch(() => undefined)
      clearTimeout(timer)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
