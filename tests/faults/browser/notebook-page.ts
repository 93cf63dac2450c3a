import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { WorkspacePage } from '../../e2e/pages/workspace-page'
import { buildNotebook } from '../../support/build-notebook'
import { temporaryFolder } from '../../support/temporary-folder'
import { KillableHost } from './killable-host'
import { manyQuestions, questionIdAt } from './many-questions'

const longestWaitMs = 30_000
const pollMs = 50

/** A notebook with many questions, its host, and a page in which the workspace is open. */
export class NotebookPage {
  readonly host: KillableHost
  readonly context: BrowserContext
  readonly page: Page
  readonly workspace: WorkspacePage
  readonly #remove: () => Promise<void>

  private constructor(host: KillableHost, page: Page, remove: () => Promise<void>) {
    this.host = host
    this.page = page
    this.context = page.context()
    this.workspace = new WorkspacePage(page)
    this.#remove = remove
  }

  /** `prepare` gets the page before anything is loaded into it. */
  static async open(
    browser: Browser,
    {
      questions,
      files = {},
      prepare,
    }: {
      readonly questions: number
      readonly files?: Readonly<Record<string, string | Uint8Array>>
      readonly prepare?: (page: Page) => Promise<void>
    },
  ): Promise<NotebookPage> {
    const notebook = await buildNotebook({ 'questions/many.md': manyQuestions(questions), ...files })
    const settings = await temporaryFolder()
    const host = new KillableHost(notebook.path, settings.path)
    await host.start()
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await prepare?.(page)
    await page.goto(host.url)
    const opened = new NotebookPage(host, page, async () => {
      await notebook.remove()
      await settings.remove()
    })
    await opened.workspace.tree.waitFor({ timeout: longestWaitMs })
    return opened
  }

  get folder(): string {
    return this.host.folder
  }

  /** Numbers from 1. The cursor is at the end of the answer then. */
  async openQuestion(number: number): Promise<void> {
    await this.goTo(`#/question/${questionIdAt(number)}`)
    const heading = this.page.getByRole('heading', { level: 1, name: `number ${number}?` })
    await heading.waitFor({ timeout: longestWaitMs })
    await this.workspace.answer.click({ timeout: longestWaitMs })
    await this.page.keyboard.press('Control+End')
  }

  async goTo(hash: string): Promise<void> {
    await this.page.evaluate(next => {
      location.hash = next
    }, hash)
  }

  shownText(): Promise<string> {
    return this.workspace.answer.innerText({ timeout: longestWaitMs })
  }

  saveState(): Promise<string> {
    return this.workspace.saveState.innerText()
  }

  /** The path of the note that answers a question, once there is one. */
  async noteOf(number: number): Promise<string> {
    const id = questionIdAt(number)
    const found = await this.until(async () =>
      (await readdir(join(this.folder, 'notes'))).find(name => name.startsWith(`${id} `)),
    )
    if (found === undefined) throw new Error(`no note answers ${id}`)
    return join(this.folder, 'notes', found)
  }

  /** All that notes hold, one after another. */
  async notesText(): Promise<string> {
    const names = (await readdir(join(this.folder, 'notes'))).filter(name => name.endsWith('.md'))
    const read = (name: string): Promise<string> =>
      readFile(join(this.folder, 'notes', name), 'utf8').catch(() => '')
    return (await Promise.all(names.map(read))).join('\n')
  }

  /** Asks again and again until there is an answer; undefined when none came in a long time. */
  async until<T>(ask: () => Promise<T | undefined | false>): Promise<T | undefined> {
    const end = performance.now() + longestWaitMs
    while (performance.now() < end) {
      const answer = await ask()
      if (answer !== undefined && answer !== false) return answer
      await delay(pollMs)
    }
    return undefined
  }

  async close(): Promise<void> {
    await this.context.close()
    await this.host.stop()
    await this.#remove()
  }
}
