import { mkdir } from 'node:fs/promises'
import type { BrowserContext } from '@playwright/test'
import { startServer, type Served } from '../../support/serve'

/** The built browser host in a process of its own, which is killed and started again on the same port. */
export class KillableHost {
  readonly folder: string
  readonly settingsFolder: string
  #served: Served | undefined
  #port = 0

  constructor(folder: string, settingsFolder: string) {
    this.folder = folder
    this.settingsFolder = settingsFolder
  }

  /** The address with its token. */
  get url(): string {
    if (this.#served === undefined) throw new TypeError('the host does not run')
    return this.#served.url
  }

  async start(): Promise<void> {
    await mkdir(this.settingsFolder, { recursive: true })
    const { folder, settingsFolder } = this
    this.#served = await startServer({ folder, settingsFolder, port: this.#port })
    this.#port = Number(new URL(this.#served.url).port)
  }

  /** Lets pages that are open come back after a new start, as the new address in another tab would. */
  async admit(context: BrowserContext): Promise<void> {
    const { origin, hash } = new URL(this.url)
    const data = hash.slice('#token='.length)
    const response = await context.request.post(`${origin}/session`, { headers: { origin }, data })
    if (!response.ok()) throw new Error(`the host refused its token: ${response.status()}`)
  }

  /** Ends the process without a chance to do anything more. */
  async kill(): Promise<void> {
    const served = this.#served
    if (served === undefined) return
    this.#served = undefined
    const ended = new Promise(resolve => served.process.once('exit', resolve))
    served.process.kill('SIGKILL')
    await ended
  }

  async stop(): Promise<void> {
    await this.#served?.stop()
    this.#served = undefined
  }
}
