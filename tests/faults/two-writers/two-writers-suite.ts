import { setTimeout as delay } from 'node:timers/promises'
import { Random } from '../../bench/search/random'
import { launchBrowser } from '../browser/launch-browser'
import { NotebookPage } from '../browser/notebook-page'
import { Typist } from '../browser/typist'
import { BarCounter, type Suite } from '../suite'
import { OtherProgram } from './other-program'

const questions = 150
const longestTypingMs = 900
const calmMs = 700

type Deed = 'append' | 'replace' | 'move' | 'delete'
const deeds: readonly Deed[] = [
  'append',
  'replace',
  'append',
  'replace',
  'move',
  'replace',
  'append',
  'delete',
]

/**
 * Someone types into a real page while another process edits, replaces, moves or deletes the same file. `runs` counts such
 * meetings. Each word of either side must be found in a note or in the page, before and after the user keeps both versions.
 */
export const twoWritersSuite: Suite = {
  name: 'two-writers',
  longRuns: 150,
  shortRuns: 2,
  run: async ({ seed, runs, report }) => {
    const lost = new BarCounter('two writers: no word of either side is lost', 'meetings', report)
    const settled = new BarCounter('two writers: the page ends up saved', 'meetings', report)
    const counts: Record<string, number> = {}
    const browser = await launchBrowser()
    try {
      const opened = await NotebookPage.open(browser, { questions })
      try {
        for (let run = 0; run < runs; run += 1) {
          const random = new Random(seed * 6151 + run)
          const meeting = new Meeting(opened, { number: 1 + (run % questions), run, random })
          const deed = deeds[run % deeds.length] ?? 'append'
          const place = `seed ${seed}, run ${run} (${deed})`
          await meeting.take(deed)
          lost.runs += 1
          settled.runs += 1
          for (const word of meeting.lost) lost.violation(`${place}: ${word}`)
          if (meeting.endState !== 'Saved') settled.violation(`${place}: ${meeting.endState}`)
          for (const count of [deed, ...(meeting.hadConflict ? ['conflict'] : [])])
            counts[count] = (counts[count] ?? 0) + 1
        }
      } finally {
        await opened.close()
      }
    } finally {
      await browser.close()
    }
    const { append = 0, replace = 0, move = 0, delete: deleted = 0, conflict = 0 } = counts
    return [
      lost.bar(
        `${append} appended to, ${replace} replaced, ${move} moved away, ${deleted} deleted; ${conflict} conflicts`,
      ),
      settled.bar(
        'after the conflict is answered with "Keep both", the file is back, or the page is loaded anew',
      ),
    ]
  },
}

/** One answer that both write, in a question of its own. */
class Meeting {
  readonly lost: string[] = []
  hadConflict = false
  endState = ''
  readonly #opened: NotebookPage
  readonly #number: number
  readonly #random: Random
  readonly #typist: Typist
  readonly #prefix: string

  constructor(
    opened: NotebookPage,
    { number, run, random }: { readonly number: number; readonly run: number; readonly random: Random },
  ) {
    this.#opened = opened
    this.#number = number
    this.#random = random
    this.#prefix = `w${run}n`
    this.#typist = new Typist(this.#prefix, random)
  }

  async take(deed: Deed): Promise<void> {
    const { page } = this.#opened
    await this.#opened.openQuestion(this.#number)
    this.#typist.start(page)
    const other = new OtherProgram(await this.#opened.noteOf(this.#number), `w99${this.#prefix.slice(1)}`)
    await delay(this.#random.below(longestTypingMs))
    await this.#act(other, deed)
    await delay(this.#random.below(longestTypingMs))
    await this.#typist.stop()
    await this.#settle()
    await this.#look(other, 'at once')
    await this.#mend(other, deed)
    await this.#settle()
    await this.#look(other, 'in the end')
    this.endState = await this.#opened.saveState()
  }

  async #act(other: OtherProgram, deed: Deed): Promise<void> {
    if (deed === 'move') return other.moveAway()
    if (deed === 'delete') return other.delete()
    for (let edit = 0; edit <= this.#random.below(3); edit += 1) {
      await (deed === 'append' ? other.append() : other.replace())
      await delay(this.#random.below(300))
    }
  }

  /** Waits until the page has said the same, and not "Saving…", for a moment. */
  async #settle(): Promise<void> {
    await this.#opened.until(async () => {
      const before = await this.#opened.saveState()
      await delay(calmMs)
      return !before.startsWith('Saving') && before === (await this.#opened.saveState())
    })
  }

  async #look(other: OtherProgram, when: string): Promise<void> {
    const text = `${await this.#opened.notesText()}\n${await this.#opened.shownText()}`
    const missing = [
      ...this.#typist.missingIn(text).map(({ token }) => token),
      ...other.words.filter(word => !text.includes(word)).map(word => `${word} of the other program`),
    ]
    this.lost.push(...missing.map(word => `${word} is gone ${when}; ${text.slice(-200)}`))
  }

  async #mend(other: OtherProgram, deed: Deed): Promise<void> {
    if (deed === 'move') await other.moveBack()
    if (deed === 'delete') {
      await this.#opened.page.reload()
      await this.#opened.workspace.tree.waitFor()
    }
    if (deed === 'move' || deed === 'delete')
      await this.#opened.until(
        async () => this.#typist.missingIn(await this.#opened.notesText()).length === 0,
      )
    const both = this.#opened.page.getByRole('button', { name: 'Keep both' })
    this.hadConflict = await both.isVisible()
    if (this.hadConflict) await both.click()
  }
}
