import { setTimeout as delay } from 'node:timers/promises'
import { launchBrowser } from '../browser/launch-browser'
import { MachineLag } from '../browser/machine-lag'
import { BarCounter, type Bar, type Suite, type SuiteOptions } from '../suite'
import { CrashWorld } from './crash-world'

const parallel = 2
const longestTypingMs = 900
const longestApartMs = 80
/** What the product promises. */
const mostLostMs = 1000

type Kind = 'host' | 'both' | 'page'
/** In which order what is killed comes, over and over: most often the host alone. */
const kinds: readonly Kind[] = ['host', 'both', 'host', 'page', 'host', 'both']

interface Counters {
  readonly damaged: BarCounter
  readonly saves: BarCounter
  readonly typing: BarCounter
  readonly found: BarCounter
  readonly choices: BarCounter
}

interface Tally {
  readonly kills: Record<Kind, number>
  acknowledged: number
  typed: number
  readonly lostMs: number[]
}

/**
 * Someone types into a real page while the host's process, the page's, or both are killed with SIGKILL at random moments.
 * `runs` counts kills. A second of typing is measured from the last kill of the two, and given what the machine itself was
 * late by, as timers of this process saw it.
 */
export const crashSuite: Suite = {
  name: 'crash',
  longRuns: 600,
  shortRuns: 4,
  run: async options => {
    const counters: Counters = {
      damaged: new BarCounter('crash: no file is damaged', 'kills', options.report),
      saves: new BarCounter('crash: no acknowledged save is lost', 'kills', options.report),
      typing: new BarCounter('crash: at most 1 s of typing is lost', 'kills', options.report),
      found: new BarCounter('crash: what is on disk comes back', 'kills', options.report),
      choices: new BarCounter('crash: no conflict of a text with itself', 'kills', options.report),
    }
    const tally: Tally = {
      kills: { host: 0, both: 0, page: 0 },
      acknowledged: 0,
      typed: 0,
      lostMs: [],
    }
    const browser = await launchBrowser()
    try {
      const workers = Math.min(parallel, options.runs)
      const share = (worker: number): number => Math.floor((options.runs + worker) / workers)
      await Promise.all(
        Array.from({ length: workers }, async (_, worker) => {
          const world = await CrashWorld.open(browser, options.seed * 31 + worker)
          try {
            await killAgainAndAgain(world, { ...options, runs: share(worker) }, { counters, tally })
          } finally {
            await world.close()
          }
        }),
      )
    } finally {
      await browser.close()
    }
    return barsOf(counters, tally)
  },
}

function barsOf({ damaged, saves, typing, found, choices }: Counters, tally: Tally): Bar[] {
  const { kills, acknowledged, typed, lostMs } = tally
  const sorted = lostMs.toSorted((a, b) => a - b)
  const worst = Math.round(sorted.at(-1) ?? 0)
  const median = Math.round(sorted[sorted.length >> 1] ?? 0)
  return [
    damaged.bar(`${kills.host} of the host, ${kills.both} of host and page, ${kills.page} of the page`),
    saves.bar(`${acknowledged} acknowledged saves before a kill`),
    typing.bar(`${typed} words typed; lost when the page died: median ${median} ms, most ${worst} ms`),
    found.bar('from the note or from the journal'),
    choices.bar('the user never has to choose between two states of the own text'),
  ]
}

async function killAgainAndAgain(
  world: CrashWorld,
  { runs, seed, report }: SuiteOptions,
  { counters, tally }: { counters: Counters; tally: Tally },
): Promise<void> {
  const lag = new MachineLag()
  try {
    for (let run = 0; run < runs; run += 1) {
      const kind = kinds[(run + seed) % kinds.length] ?? 'host'
      await world.nextKill()
      const place = `seed ${seed}, kill ${run} (${kind})`
      const before = world.typist.typed.length
      lag.take()
      await (kind === 'host'
        ? killHost(world, place, counters)
        : killPage(world, kind, { place, counters, tally, lag }))
      tally.kills[kind] += 1
      tally.typed += world.typist.typed.length - before
      tally.acknowledged += world.saves.acknowledged + 1
      for (const counter of Object.values(counters) as BarCounter[]) counter.runs += 1
      if (run % 50 === 49) report(`crash: ${run + 1} of ${runs} kills`)
    }
  } finally {
    lag.stop()
  }
}

/** The page lives on, so nothing at all may be lost. */
async function killHost(world: CrashWorld, place: string, counters: Counters): Promise<void> {
  const { page, typist, host, random } = world
  typist.start(page)
  await delay(random.below(longestTypingMs))
  await host.kill()
  // What the page has been told before is known here once it answers.
  await page.evaluate(() => undefined)
  await checkDisk(world, place, counters)
  await host.start()
  if (random.below(8) === 0) {
    await host.kill()
    await host.start()
  }
  await host.admit(page.context())
  await delay(random.below(200))
  await typist.stop()
  const isComplete = await world.untilInNotes(notes => typist.missingIn(notes).length === 0)
  if (isComplete) return
  const { notes } = await world.onDisk()
  const missing = typist.missingIn(`${await world.shownText()}\n${notes}`)
  const words = missing.map(({ token }) => token).join(' ')
  if (missing.length > 0)
    counters.typing.violation(`${place}: gone though the page lived: ${words}; ${await world.describe()}`)
  else counters.choices.violation(`${place}: ${await world.describe()}`)
  await world.keepMine()
}

interface KillOfPage {
  readonly place: string
  readonly counters: Counters
  readonly tally: Tally
  readonly lag: MachineLag
}

async function killPage(
  world: CrashWorld,
  kind: 'both' | 'page',
  { place, counters, tally, lag }: KillOfPage,
): Promise<void> {
  const { page, typist, host, random } = world
  typist.start(page)
  await delay(random.below(longestTypingMs))
  const isHostFirst = random.below(2) === 0
  if (kind === 'both' && isHostFirst) {
    await host.kill()
    await delay(random.below(longestApartMs))
  }
  await world.crashPage()
  const killedAt = performance.now()
  if (kind === 'both' && !isHostFirst) {
    await delay(random.below(longestApartMs))
    await host.kill()
  }
  await typist.stop()
  if (kind === 'page') await delay(journalSettlesMs)
  await checkDisk(world, place, counters)
  const left = await world.onDisk()
  const [firstLost] = typist.missingIn(`${left.notes}\n${left.drafts}`)
  const lostMs = firstLost === undefined ? 0 : Math.max(0, killedAt - firstLost.at)
  tally.lostMs.push(lostMs)
  const lateMs = lag.take()
  if (lostMs > mostLostMs + lateMs)
    counters.typing.violation(
      `${place}: ${Math.round(lostMs)} ms lost, the machine ${Math.round(lateMs)} ms late`,
    )
  await world.closeCrashedPage()
  if (kind === 'both') await host.start()
  await world.newPage()
  await checkRecovered(world, place, counters)
}

/** How long a host that lives may take to write the last draft that it was sent. */
const journalSettlesMs = 400

/** What was on disk is in a note again, or in the editor where the user has to choose. */
async function checkRecovered(world: CrashWorld, place: string, counters: Counters): Promise<void> {
  const { typist } = world
  const { notes, drafts } = await world.onDisk()
  const lost = new Set(typist.missingIn(`${notes}\n${drafts}`).map(({ token }) => token))
  typist.forget(lost)
  if (await world.untilInNotes(text => typist.missingIn(text).length === 0, 5000)) return
  const shown = await world.shownText()
  const missing = typist.missingIn(`${shown}\n${(await world.onDisk()).notes}`)
  if (missing.length === 0) counters.choices.violation(`${place}: ${await world.describe()}`)
  else
    counters.found.violation(`${place}: ${missing.length} words that were on disk are gone after the start`)
  await world.keepMine()
}

async function checkDisk(world: CrashWorld, place: string, counters: Counters): Promise<void> {
  for (const problem of await world.damage()) counters.damaged.violation(`${place}: ${problem}`)
  const { sent, acknowledged } = world.saves
  const { notes } = await world.onDisk()
  const last = sent[acknowledged]
  const words = last?.match(/w\d+n\d+x/g)?.at(-1)
  if (words !== undefined && !notes.includes(words))
    counters.saves.violation(`${place}: "${words}" was acknowledged and is in no note`)
}
