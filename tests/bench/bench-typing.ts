import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'vite'
import { noteOfFormulas, noteOfWords } from './bench-notes.ts'
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
  const outDir = join(folder, 'empty-editor')
  await build({
    configFile: false,
    root: resolve('tests/bench/empty-editor'),
    logLevel: 'error',
    build: { outDir },
  })
  const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' }
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    readFile(join(outDir, name)).then(
      bytes => response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(bytes),
      () => response.writeHead(404).end(),
    )
  }).listen(0, '127.0.0.1')
  await new Promise(listening => server.once('listening', listening))
  const page = await from.newPage()
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.locator('.ProseMirror').click()
    return await timeKeys(page)
  } finally {
    await page.close()
    server.close()
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
      await openAtMiddle(page)
      timings.set(name, await timeKeys(page))
    }
    return timings
  } finally {
    await page.close()
    server.kill()
  }
}

/** Puts the caret into a paragraph in the middle of the note that is open. */
async function openAtMiddle(page: Page): Promise<void> {
  await page.reload()
  const text = page.getByRole('textbox', { name: 'Answer' })
  await text.waitFor({ timeout: 60_000 })
  await page.waitForFunction(() => (document.querySelector('.note-text')?.children.length ?? 0) > 20)
  const paragraphs = text.locator('> p')
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2))
  await middle.scrollIntoViewIfNeeded()
  await middle.click()
  await page.keyboard.press('End')
}

/** Types with pauses, as people do, and waits after each key for the paint that shows it. */
async function timeKeys(page: Page): Promise<Timing> {
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // A message that is sent in a frame arrives after the frame is painted.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => taken.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  for (let index = 0; index < keyCount; index += 1) {
    await page.keyboard.press(index % 6 === 5 ? 'Space' : 'e')
    await new Promise(wait => setTimeout(wait, 40 + (index % 5) * 17))
  }
  const taken = await page.evaluate(() => (window as unknown as { taken: number[] }).taken)
  const sorted = taken.slice(10).sort((left, right) => left - right)
  const at = (share: number): number => round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)
  return { p50: at(0.5), p95: at(0.95) }
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
