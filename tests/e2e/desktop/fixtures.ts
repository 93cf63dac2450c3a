import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test as base, expect, type Page, type TestInfo } from '@playwright/test'
import { runCliJson } from '../../support/run-cli'
import { temporaryFolder } from '../../support/temporary-folder'
import type { DesktopApp } from './desktop-app'
import { launchElectron } from './launch-electron'
import { launchStandIn } from './launch-stand-in'
import { watchPage } from './page-offences'
import { desktopRuntime, mainScript } from './runtime'

/** How a spec starts the app. */
export interface Desktop {
  readonly launch: (options?: {
    readonly args?: readonly string[]
    /** A profile folder; apps with the same one share settings and the instance lock. */
    readonly profile?: string
    /** Another main script than the app's: for the stand-in's own specs. */
    readonly main?: string
  }) => Promise<DesktopApp>
}

interface Fixtures {
  /** An empty folder for this test; it holds the profile, the home folder and all else that the app writes. */
  readonly folder: string
  /** A notebook with the built-in list. */
  readonly notebook: string
  /** What a page did that it must not do, and errors that nobody caught. The spec fails when there is something. */
  readonly offences: string[]
  readonly desktop: Desktop
}

/** Every desktop spec uses this `test`: it runs in true Electron or in the stand-in, and knows of neither. */
export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const { path } = await temporaryFolder()
    await use(path)
    await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  },
  notebook: async ({ folder }, use) => {
    const path = join(folder, 'notebook')
    await runCliJson(['init', path, '--title', 'LLM interviews'])
    await use(path)
  },

  offences: async ({}, use) => {
    const offences: string[] = []
    await use(offences)
    expect(offences).toEqual([])
  },
  desktop: async ({ folder, offences }, use, testInfo) => {
    const apps: DesktopApp[] = []
    const launch: Desktop['launch'] = async ({
      args = [],
      profile = join(folder, 'profile'),
      main = mainScript,
    } = {}) => {
      const home = join(folder, 'home')
      await mkdir(home, { recursive: true })
      await mkdir(profile, { recursive: true })
      const start = desktopRuntime().kind === 'electron' ? launchElectron : launchStandIn
      const app = await start({
        main,
        args: [`--user-data-dir=${profile}`, ...args],
        environment: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), NODE_ENV: 'test' },
        onPage: (page: Page) => watchPage(page, offences),
      })
      apps.push(app)
      return app
    }
    await use({ launch })
    const hasFailed = testInfo.status !== testInfo.expectedStatus
    for (const app of apps) {
      if (hasFailed) await attachWindows(app, testInfo)
      await end(app)
      offences.push(...(app.logs().match(/^.*(Uncaught Exception|UnhandledPromiseRejection).*$/gm) ?? []))
    }
    if (hasFailed) for (const app of apps) console.log(app.logs())
  },
})

export { expect }

/** Ends an app without asking its windows: what they would answer is for the specs that quit. */
async function end(app: DesktopApp): Promise<void> {
  if (app.process.exitCode !== null || app.process.signalCode !== null) return
  app.evaluate(({ app: electronApp }) => electronApp.exit(0)).catch(() => undefined)
  const timer = setTimeout(() => void app.kill(), 3000)
  await app.exited
  clearTimeout(timer)
  await app.close()
}

async function attachWindows(app: DesktopApp, testInfo: TestInfo): Promise<void> {
  for (const page of app.windows()) {
    const body = await page.screenshot({ timeout: 2000 }).catch(() => undefined)
    if (body !== undefined) await testInfo.attach('window', { body, contentType: 'image/png' })
  }
}
