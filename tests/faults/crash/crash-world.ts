import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { Random } from '../../bench/search/random'
import { buildNotebook } from '../../support/build-notebook'
import { temporaryFolder } from '../../support/temporary-folder'
import { WorkspacePage } from '../../e2e/pages/workspace-page'
import { KillableHost } from '../browser/killable-host'
import { manyQuestions, questionIdAt } from '../browser/many-questions'
import { SavesOfPage } from '../browser/saves-of-page'
import { Typist } from '../browser/typist'
import { findDamage, readDrafts, readNotes, readNoteTexts } from './damage'

const questions = 120
const killsPerQuestion = 10
const longestSettleMs = 30_000
const pollMs = 40

/** A notebook, a host that gets killed, and a page in which someone types all the time. */
export class CrashWorld {
  readonly host: KillableHost
  readonly random: Random
  typist: Typist
  readonly #context: BrowserContext
  readonly #untouched: Readonly<Record<string, string>>
  readonly #remove: () => Promise<void>
  readonly #known = new Set<string>()
  #page: Page | undefined
  #saves: SavesOfPage | undefined
  #question = 0
  #isCrashed = false
  #kills = 0

  private constructor(parts: {
    host: KillableHost
    context: BrowserContext
    untouched: Readonly<Record<string, string>>
    random: Random
    remove: () => Promise<void>
  }) {
    this.host = parts.host
    this.random = parts.random
    this.#context = parts.context
    this.#untouched = parts.untouched
    this.#remove = parts.remove
    this.typist = new Typist('w0n', this.random)
  }

  static async open(browser: Browser, seed: number): Promise<CrashWorld> {
    const notebook = await buildNotebook({ 'questions/many.md': manyQuestions(questions) })
    const settings = await temporaryFolder()
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const names = ['answerbook.json', 'questions/many.md', 'questions/small.md']
    const untouched: Record<string, string> = {}
    for (const name of names) untouched[name] = await readFile(join(notebook.path, name), 'utf8')
    const host = new KillableHost(notebook.path, settings.path)
    const remove = async (): Promise<void> => {
      await notebook.remove()
      await settings.remove()
    }
    const world = new CrashWorld({ host, context, untouched, random: new Random(seed), remove })
    await host.start()
    await world.newPage()
    return world
  }

  get page(): Page {
    if (this.#page === undefined) throw new TypeError('no page is open')
    return this.#page
  }

  get saves(): SavesOfPage {
    if (this.#saves === undefined) throw new TypeError('no page is open')
    return this.#saves
  }

  /** Opens the workspace in a page of its own, at the question that is being answered. */
  async newPage(): Promise<void> {
    this.#page = await this.#context.newPage()
    this.#isCrashed = false
    this.#saves = new SavesOfPage(this.#page)
    await this.#page.goto(this.host.url)
    await new WorkspacePage(this.#page).tree.waitFor({ timeout: longestSettleMs })
    await this.#goToQuestion()
  }

  /** Goes on to another question after a few kills; what was typed so far stays to be looked for. */
  async nextKill(): Promise<void> {
    this.#kills += 1
    if (this.#kills % killsPerQuestion !== 1) return
    this.typist = new Typist(`w${this.#kills}n`, this.random)
    await this.#goToQuestion(1 + (this.#question % questions))
  }

  /** Ends the page's process, without a chance to do anything more. */
  async crashPage(): Promise<void> {
    const session = await this.#context.newCDPSession(this.page)
    const crashed = new Promise(resolve => this.page.once('crash', resolve))
    session.send('Page.crash').catch(() => undefined)
    await crashed
    this.#isCrashed = true
  }

  /** What the dead page has saved, and nobody saw it save, may stay: nothing of it is written again. */
  async closeCrashedPage(): Promise<void> {
    for (const text of this.saves.sent) this.#known.add(text)
    for (const text of await readNoteTexts(this.host.folder)) if (this.#isKnown(text)) this.#known.add(text)
    await this.#page?.close()
    this.#page = undefined
  }

  /** Ends a conflict in favour of the page's text. */
  async keepMine(): Promise<void> {
    const compare = this.page.getByRole('button', { name: 'Compare…' })
    if (!(await compare.isVisible())) return
    await compare.click()
    await this.page.getByRole('button', { name: 'All from the left' }).click()
    await this.page.getByRole('button', { name: 'Use merged' }).click()
  }

  /** The text that the page shows, as an editor has it. */
  async shownText(): Promise<string> {
    return new WorkspacePage(this.page).answer.innerText({ timeout: longestSettleMs })
  }

  /** What the page and the disk say, to find out what went wrong. */
  async describe(): Promise<string> {
    const place = new URL(this.page.url()).hash
    const state = await new WorkspacePage(this.page).saveState.innerText()
    const shown = await this.shownText()
    const notes = await readNotes(this.host.folder)
    return `${place}, ${state}; shown ${JSON.stringify(shown.slice(-300))}; in notes ${JSON.stringify(notes.slice(-300))}; messages: ${this.saves.messages.join(', ')}`
  }

  async damage(): Promise<string[]> {
    for (const text of this.#saves?.sent ?? []) this.#known.add(text)
    return findDamage(this.host.folder, this.host.settingsFolder, {
      untouched: this.#untouched,
      isNote: text => this.#isKnown(text),
    })
  }

  /** Whether what all notes say is right in the end; waits for it. */
  async untilInNotes(isThere: (notes: string) => boolean, longestMs = longestSettleMs): Promise<boolean> {
    const until = performance.now() + longestMs
    while (performance.now() < until) {
      if (isThere(await readNotes(this.host.folder))) return true
      await delay(pollMs)
    }
    return false
  }

  /** What a kill left on disk: notes, and the journal of unsaved text. */
  async onDisk(): Promise<{ notes: string; drafts: string }> {
    return { notes: await readNotes(this.host.folder), drafts: await readDrafts(this.host.folder) }
  }

  async close(): Promise<void> {
    await this.#context.close()
    await this.host.stop()
    await this.#remove()
  }

  /** Of a page that died, the last saves are not known: then what was typed is, word for word. */
  #isKnown(text: string): boolean {
    const body = text.replace(/^---\n.*?\n---\n/s, '')
    if (this.#known.has(text) || this.#known.has(body)) return true
    return this.#isCrashed && /^[\sw0-9nx]*$/.test(body)
  }

  async #goToQuestion(number: number = Math.max(1, this.#question)): Promise<void> {
    this.#question = number
    await this.page.evaluate(id => {
      location.hash = `#/question/${id}`
    }, questionIdAt(number))
    const heading = this.page.getByRole('heading', { level: 1, name: `number ${number}?` })
    await heading.waitFor({ timeout: longestSettleMs })
    const { answer } = new WorkspacePage(this.page)
    await answer.click({ timeout: longestSettleMs })
    await this.page.keyboard.press('Control+End')
  }
}
