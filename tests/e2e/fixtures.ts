import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { runCliJson } from '../support/run-cli'
import { serveInProcess, type Served } from '../support/serve'
import { temporaryFolder } from '../support/temporary-folder'
import { WorkspacePage } from './pages/workspace-page'

type Host = Pick<Served, 'url' | 'stop'>

interface Fixtures {
  /** An empty folder for this test. */
  readonly folder: string
  /** A notebook with the built-in list. */
  readonly notebook: string
  /** Starts a browser host in this process; it ends with the test. */
  readonly serve: (notebook?: string) => Promise<Host>
  /** The workspace, open on the notebook. */
  readonly workspace: WorkspacePage
  /** What the page did that it must not do: violations of its policy, errors, requests to elsewhere. */
  readonly offences: string[]
}

interface WorkerFixtures {
  /** A new notebook with the built-in list, which tests copy. */
  readonly newNotebook: string
}

/** Every browser spec uses this `test`: it fails when the page offends against its policy or throws. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  newNotebook: [
    async ({}, use) => {
      const { path, remove } = await temporaryFolder()
      const notebook = join(path, 'notebook')
      await runCliJson(['init', notebook, '--title', 'LLM interviews'])
      await use(notebook)
      await remove()
    },
    { scope: 'worker' },
  ],
  folder: async ({}, use) => {
    const { path, remove } = await temporaryFolder()
    await use(path)
    await remove()
  },
  notebook: async ({ folder, newNotebook }, use) => {
    const path = join(folder, 'notebook')
    await cp(newNotebook, path, { recursive: true })
    await use(path)
  },
  serve: async ({ folder }, use) => {
    const servers: Host[] = []
    await use(async notebook => {
      const settingsFolder = join(folder, 'settings')
      await mkdir(settingsFolder, { recursive: true })
      const server = await serveInProcess({ folder: notebook, settingsFolder })
      servers.push(server)
      return server
    })
    for (const server of servers) await server.stop()
  },
  offences: [
    async ({ page }, use) => {
      const offences = await watchForOffences(page)
      await use(offences)
      expect(offences).toEqual([])
    },
    { auto: true },
  ],
  workspace: async ({ page, serve, notebook }, use) => {
    const { url } = await serve(notebook)
    await page.addInitScript(() => {
      localStorage.setItem('answerbook.start', '{"state":{"isOver":true},"version":1}')
      // Its words would be there twice for a moment; a spec of its own looks at it.
      localStorage.removeItem('answerbook.start-picture')
    })
    await page.goto(url)
    const workspace = new WorkspacePage(page)
    await expect(workspace.tree).toBeVisible()
    await use(workspace)
  },
})

export { expect }

async function watchForOffences(page: Page): Promise<string[]> {
  const offences: string[] = []
  await page.exposeFunction('reportViolation', (text: string) => offences.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation
      report(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`,
      )
    })
  })
  page.on('pageerror', error => offences.push(`error: ${error.message}`))
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') offences.push(`request to ${request.url()}`)
  })
  return offences
}
