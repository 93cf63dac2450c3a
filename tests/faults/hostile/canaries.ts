import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readTree } from '../../support/read-tree'
import { samplePng } from '../../support/sample-images'
import { temporaryFolder } from '../../support/temporary-folder'

/** Stands in every file outside of the notebook; nothing of the program may ever show it. */
export const secret = 'SECRET-OF-ANOTHER-FOLDER'

/** Another origin, which must not hear anything, and a folder beside the notebook, which must neither be read nor written. */
export class Canaries {
  readonly origin: string
  readonly outside: string
  /** What came to the other origin. */
  readonly requests: string[]
  #before: Readonly<Record<string, string>>
  readonly #close: () => Promise<void>

  private constructor(parts: {
    origin: string
    outside: string
    requests: string[]
    before: Readonly<Record<string, string>>
    close: () => Promise<void>
  }) {
    this.origin = parts.origin
    this.outside = parts.outside
    this.requests = parts.requests
    this.#before = parts.before
    this.#close = parts.close
  }

  static async set(): Promise<Canaries> {
    const requests: string[] = []
    const server = createServer((request, response) => {
      requests.push(`${request.method ?? ''} ${request.url ?? ''}`)
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.end('window.ran = 1')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { path: outside, remove } = await temporaryFolder()
    await writeFile(join(outside, 'secret.md'), `# ${secret}\n`)
    await writeFile(join(outside, 'secret.png'), Buffer.concat([samplePng(), Buffer.from(secret)]))
    await writeFile(join(outside, 'secret.jsonl'), `{"id":"${secret}","at":1,"type":"status"}\n`)
    await mkdir(join(outside, 'folder'))
    await writeFile(join(outside, 'folder', 'secret.md'), `${secret}\n`)
    const before = await readTree(outside)
    const close = async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await remove()
    }
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return new Canaries({ origin, outside, requests, before, close })
  }

  /** What was changed outside of the notebook since the last look. */
  async changesOutside(): Promise<string[]> {
    const after = await readTree(this.outside)
    const paths = new Set([...Object.keys(this.#before), ...Object.keys(after)])
    const changed = [...paths].filter(path => this.#before[path] !== after[path])
    this.#before = after
    return changed
  }

  async close(): Promise<void> {
    await this.#close()
  }
}

/** Puts links into a notebook that lead to the folder outside. `paths` are those of files or folders in the notebook. */
export async function linkOutside(
  notebook: string,
  outside: string,
  paths: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, target] of Object.entries(paths)) {
    await mkdir(join(notebook, path, '..'), { recursive: true })
    await symlink(join(outside, target), join(notebook, path))
  }
}

/** What a page did that no text may make it do. */
export interface PageWatch {
  readonly offences: string[]
  /** Looks for a script that ran. */
  readonly check: (place: string) => Promise<void>
}

/** To be called before anything is loaded into the page. */
export async function watchPage(page: Page): Promise<PageWatch> {
  const offences: string[] = []
  let place = ''
  await page.exposeFunction('reportViolation', (text: string) => offences.push(`${place}: policy: ${text}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      const { reportViolation } = window as unknown as { reportViolation: (text: string) => void }
      reportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  page.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    const isOwn = ['data:', 'blob:', 'about:'].includes(protocol) || origin === new URL(page.url()).origin
    if (!isOwn && page.url() !== 'about:blank') offences.push(`${place}: request to ${request.url()}`)
  })
  page.on('dialog', dialog => {
    if (dialog.type() === 'alert') offences.push(`${place}: a script opened a dialog`)
    void dialog.accept().catch(() => undefined)
  })
  page.on('popup', popup => offences.push(`${place}: a window was opened on ${popup.url()}`))
  return {
    offences,
    check: async next => {
      const found = await page.evaluate(() => {
        const globals = window as unknown as { ran?: unknown }
        const ran = globals.ran
        delete globals.ran
        const polluted = 'ran' in {}
        return { ran: ran !== undefined, polluted, origin: location.origin }
      })
      if (found.ran || found.polluted) offences.push(`${place}: a script ran`)
      place = next
    },
  }
}
