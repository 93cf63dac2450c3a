import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import { Random } from '../../bench/search/random'
import { WorkspacePage } from '../../e2e/pages/workspace-page'
import { buildNotebook } from '../../support/build-notebook'
import { KillableHost } from '../browser/killable-host'
import { launchBrowser } from '../browser/launch-browser'
import { manyQuestions, questionIdAt } from '../browser/many-questions'
import { SavesOfPage } from '../browser/saves-of-page'
import { Typist } from '../browser/typist'
import { readNotes } from '../crash/damage'
import { BarCounter, type Bar, type Suite, type SuiteOptions } from '../suite'
import { SmallDisk } from './small-disk'

const diskMegabytes = 3
const questions = 40
const longestWaitMs = 40_000
const typingMs = 500

/**
 * Someone types into a real page while the disk below the notebook, a real one, is full or read-only; then it is mended.
 * `runs` counts how often. The settings are on the same disk, and every fifth time the host is started while it is full.
 */
export const fullDiskSuite: Suite = {
  name: 'full-disk',
  longRuns: 60,
  shortRuns: 1,
  run: async options => {
    const disk = await SmallDisk.mount(diskMegabytes)
    if (disk === undefined) {
      options.report('full-disk: no disk could be mounted here, so nothing was tried on a real one')
      return []
    }
    const browser = await launchBrowser()
    try {
      return await runOn(disk, browser, options)
    } finally {
      await browser.close()
      await disk.unmount()
    }
  },
}

interface Counters {
  readonly intact: BarCounter
  readonly told: BarCounter
  readonly there: BarCounter
  readonly goesOn: BarCounter
  readonly starts: BarCounter
}

async function runOn(
  disk: SmallDisk,
  browser: Browser,
  { seed, runs, report }: SuiteOptions,
): Promise<Bar[]> {
  const bar = (name: string): BarCounter => new BarCounter(`full disk: ${name}`, 'times', report)
  const counters: Counters = {
    intact: bar('the notes are intact'),
    told: bar('the user is told'),
    there: bar('the text is still there'),
    goesOn: bar('it is saved when there is space'),
    starts: bar('the notebook opens on a full disk'),
  }
  const random = new Random(seed)
  const folder = join(disk.path, 'notebook')
  await makeNotebook(folder)
  const host = new KillableHost(folder, join(disk.path, 'settings'))
  await host.start()
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const world: World = { disk, host, page: await context.newPage(), random, counters, known: new Set() }
  try {
    const saves = new SavesOfPage(world.page)
    await world.page.goto(host.url)
    for (let run = 0; run < runs; run += 1) {
      if (run % 5 === 4) await startWhileFull(world, `seed ${seed}, run ${run}`)
      await writeWhileBroken(world, saves, { run, place: `seed ${seed}, run ${run}` })
    }
  } finally {
    await disk.setReadOnly(false)
    await context.close()
    await host.stop()
  }
  const { intact, told, there, goesOn, starts } = counters
  return [
    intact.bar('each holds a text that was saved whole'),
    told.bar('save state "Not saved: …"'),
    there.bar('every word, in the editor'),
    goesOn.bar('without a key or a click'),
    ...(starts.runs === 0 ? [] : [starts.bar('and shows the notes')]),
  ]
}

interface World {
  readonly disk: SmallDisk
  readonly host: KillableHost
  readonly page: Page
  readonly random: Random
  readonly counters: Counters
  readonly known: Set<string>
}

async function writeWhileBroken(
  { disk, host, page, random, counters, known }: World,
  saves: SavesOfPage,
  { run, place }: { readonly run: number; readonly place: string },
): Promise<void> {
  const workspace = new WorkspacePage(page)
  await openQuestion(page, 1 + (run % questions))
  const typist = new Typist(`w${run}n`, random)
  if (random.below(3) > 0) await typeFor(typist, page, random.below(typingMs))
  const isFull = random.below(4) > 0
  await (isFull ? disk.fill() : disk.setReadOnly(true))
  await typeFor(typist, page, typingMs)
  const said = workspace.saveState.filter({
    hasText: isFull ? /^Not saved: .*full/ : /^Not saved: .*no permission/,
  })
  const isTold = await said.waitFor({ timeout: longestWaitMs }).then(
    () => true,
    () => false,
  )
  if (!isTold) counters.told.violation(`${place}: it says ${await workspace.saveState.innerText()}`)
  for (const text of saves.sent) known.add(text)
  for (const problem of await damagedNotes(host.folder, known))
    counters.intact.violation(`${place}: ${problem}`)
  if (run % 3 === 2) {
    await openQuestion(page, 1 + ((run + 7) % questions))
    await openQuestion(page, 1 + (run % questions))
  }
  const missing = typist.missingIn(await workspace.answer.innerText())
  if (missing.length > 0) counters.there.violation(`${place}: ${missing.length} words are gone`)
  await (isFull ? disk.free() : disk.setReadOnly(false))
  const isSaved = await untilSaved(host.folder, typist)
  if (!isSaved) counters.goesOn.violation(`${place}: it says ${await workspace.saveState.innerText()}`)
  for (const counter of [counters.told, counters.intact, counters.there, counters.goesOn]) counter.runs += 1
}

async function startWhileFull({ disk, host, page, counters }: World, place: string): Promise<void> {
  counters.starts.runs += 1
  await host.stop()
  await disk.fill()
  try {
    await host.start()
    await enter(page, host.url)
    await openQuestion(page, 1)
    if (!/w\d+n\d+x/.test(await new WorkspacePage(page).answer.innerText()))
      counters.starts.violation(`${place}: the first note is not shown`)
  } catch (error) {
    counters.starts.violation(`${place}: ${String(error).split('\n')[0] ?? ''}`)
    await disk.free()
    await host.stop()
    await host.start()
    await enter(page, host.url)
  }
  await disk.free()
}

/** Addresses of two starts differ in their token only, which is no reason for a browser to load the page again. */
async function enter(page: Page, url: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(url)
}

async function makeNotebook(folder: string): Promise<void> {
  const built = await buildNotebook({ 'questions/many.md': manyQuestions(questions) })
  await mkdir(folder)
  await cp(built.path, folder, { recursive: true })
  await built.remove()
}

async function openQuestion(page: Page, number: number): Promise<void> {
  const workspace = new WorkspacePage(page)
  await workspace.tree.waitFor()
  await page.evaluate(id => {
    location.hash = `#/question/${id}`
  }, questionIdAt(number))
  await page.getByRole('heading', { level: 1, name: `number ${number}?` }).waitFor()
  await workspace.answer.click()
  await page.keyboard.press('Control+End')
}

async function typeFor(typist: Typist, page: Page, forMs: number): Promise<void> {
  typist.start(page)
  await delay(forMs)
  await typist.stop()
}

async function damagedNotes(folder: string, known: ReadonlySet<string>): Promise<string[]> {
  const names = (await readdir(join(folder, 'notes'))).filter(name => !name.startsWith('.'))
  const texts = await Promise.all(
    names.map(async name => ({ name, text: await readFile(join(folder, 'notes', name), 'utf8') })),
  )
  return texts
    .filter(({ text }) => !known.has(text) && !known.has(text.replace(/^---\n.*?\n---\n/s, '')))
    .map(({ name, text }) => `${name} holds ${JSON.stringify(text.slice(0, 80))}`)
}

async function untilSaved(folder: string, typist: Typist): Promise<boolean> {
  const until = performance.now() + longestWaitMs
  while (performance.now() < until) {
    if (typist.missingIn(await readNotes(folder)).length === 0) return true
    await delay(50)
  }
  return false
}
