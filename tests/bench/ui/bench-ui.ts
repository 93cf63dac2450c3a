import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from '@playwright/test'
import { securityHeaders } from '../../../src/backend/security/content-security-policy.ts'
import { findBrowser } from '../../../scripts/find-browser.ts'
import { percentilesOf, type Percentiles } from '../search/percentiles.ts'
import { servePage } from '../serve-page.ts'
import { timeKeys } from '../time-keys.ts'
import { startBenchHost } from './start-bench-host.ts'
import { makeNotebook } from './make-notebook.ts'
import { measureNotebook, timeStarts, type NotebookMeasures } from './measure-notebook.ts'
import { formatTable } from './format-table.ts'

/**
 * `npm run bench:ui [-- --notes 200,2000,10000] [--quick] [--json]`: the real browser host in real Chromium, beside an empty
 * React page (start) and an empty TipTap (typing) of the same run. Only the ratios mean anything on a machine that
 * others use too.
 */

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '200,2000,10000' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const rounds = values.quick
  ? { starts: 3, switches: 10, saves: 3, keys: 30 }
  : { starts: 15, switches: 80, saves: 12, keys: 120 }
const cli = resolve('out/node/cli.js')

export interface Baselines {
  readonly emptyReact: Percentiles
  readonly emptyTipTap: Percentiles
}

const folder = await mkdtemp(join(tmpdir(), 'answerbook-ui-'))
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const baselines = await measureBaselines(browser)
  const notebooks: Record<string, NotebookMeasures> = {}
  for (const count of values.notes.split(',').map(Number)) {
    const notebook = await makeNotebook(join(folder, `notebook-${count}`), count, cli)
    const settingsFolder = join(folder, `settings-${count}`)
    await mkdir(settingsFolder)
    const host = await startBenchHost(cli, notebook.path, settingsFolder)
    try {
      notebooks[count] = await measureNotebook(browser, { ...host, notebook }, rounds)
    } finally {
      await host.stop()
    }
  }
  console.log(values.json ? JSON.stringify({ baselines, notebooks }) : formatTable(baselines, notebooks))
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}

async function measureBaselines(from: Browser): Promise<Baselines> {
  const page = await from.newPage({ viewport: { width: 1280, height: 800 } })
  // With the workspace's own headers, by which Chromium starts each document in a process of its own, as the first one of an app.
  const react = await servePage('tests/bench/ui/empty-react', join(folder, 'empty-react'), securityHeaders)
  const editor = await servePage('tests/bench/empty-editor', join(folder, 'empty-editor'))
  try {
    const starts = await timeStarts(page, react.url, rounds.starts)
    const emptyReact = percentilesOf(starts.map(({ own }) => own))
    await page.goto(editor.url)
    await page.locator('.ProseMirror').click()
    return { emptyReact, emptyTipTap: percentilesOf(await timeKeys(page, rounds.keys)) }
  } finally {
    await page.close()
    react.stop()
    editor.stop()
  }
}
