import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from '@playwright/test'
import { noteOfFormulas, noteOfWords } from './bench-notes.ts'
import { percentilesOf } from './search/percentiles.ts'
import { servePage } from './serve-page.ts'
import { clickMiddle, timeKeys } from './time-keys.ts'
import { findBrowser } from '../../scripts/find-browser.ts'

/**
 * `npm run bench:typing [-- --keys N] [--json]`: from a key to the paint that shows it, in notes of several sizes and in an
 * empty TipTap of the same run. Only the ratios mean anything on a machine that others use too.
 */

interface Timing {
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
}

const { values } = parseArgs({
  options: { keys: { type: 'string', default: '120' }, json: { type: 'boolean', default: false } },
})
const keyCount = Number(values.keys)
const cli = resolve('out/node/cli.js')
const notes: Readonly<Record<string, string>> = {
  '1k words': noteOfWords(1000),
  '10k words': noteOfWords(10_000),
  '50k words': noteOfWords(50_000),
  '500 formulas': noteOfFormulas(500),
}

const folder = await mkdtemp(join(tmpdir(), 'answerbook-typing-'))
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const baseline = await timeEmptyEditor(browser)
  const timings = await timeNotes(browser)
  report(baseline, timings)
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}

function report(baseline: Timing, timings: ReadonlyMap<string, Timing>): void {
  const rows = [...timings].map(([name, timing]) => ({
    name,
    ...timing,
    ratio: { p50: round(timing.p50 / baseline.p50), p95: round(timing.p95 / baseline.p95) },
  }))
  if (values.json) return console.log(JSON.stringify({ keys: keyCount, baseline, notes: rows }))
  console.log(`key to paint, ${keyCount} keys each; ms, p50/p95`)
  console.log(`empty TipTap   ${baseline.p50}/${baseline.p95}`)
  for (const { name, p50, p95, ratio } of rows) {
    console.log(`${name.padEnd(14)} ${p50}/${p95}   ${ratio.p50}/${ratio.p95} times the empty one`)
  }
}

async function timeEmptyEditor(from: Browser): Promise<Timing> {
  const empty = await servePage('tests/bench/empty-editor', join(folder, 'empty-editor'))
  const page = await from.newPage()
  try {
    await page.goto(empty.url)
    await page.locator('.ProseMirror').click()
    return timingOf(await timeKeys(page, keyCount))
  } finally {
    await page.close()
    empty.stop()
  }
}

async function timeNotes(from: Browser): Promise<Map<string, Timing>> {
  const notebook = join(folder, 'notebook')
  execFileSync(process.execPath, [cli, 'init', notebook], { stdio: 'ignore' })
  const ids = Object.keys(notes).map((_, index) => `llm-01-0${index + 1}`)
  for (const [index, body] of Object.values(notes).entries()) {
    await writeFile(join(notebook, 'notes', `${index}.md`), `---\nanswers: [${ids[index]}]\n---\n${body}`)
  }
  const server = spawn(process.execPath, [cli, 'serve', notebook, '--no-open'], {
    env: {
      ...process.env,
      ANSWERBOOK_SETTINGS_FOLDER: join(folder, 'settings'),
      npm_lifecycle_event: undefined,
    },
  })
  const timings = new Map<string, Timing>()
  const page = await from.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    await page.goto(await urlOf(server))
    for (const [index, name] of Object.keys(notes).entries()) {
      await page.evaluate(id => void (location.hash = `#/question/${id}`), ids[index])
      await page.reload()
      await clickMiddle(page)
      timings.set(name, timingOf(await timeKeys(page, keyCount)))
    }
    return timings
  } finally {
    await page.close()
    server.kill()
  }
}

function timingOf(taken: readonly number[]): Timing {
  const { p50, p95 } = percentilesOf(taken)
  return { p50: round(p50), p95: round(p95) }
}

function urlOf(server: ChildProcess): Promise<string> {
  return new Promise((resolveUrl, reject) => {
    server.stdout?.on('data', data => {
      const match = /http:\/\/\S+/.exec(String(data))
      if (match !== null) resolveUrl(match[0])
    })
    server.on('exit', code => reject(new Error(`serve ended with ${code}`)))
  })
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
