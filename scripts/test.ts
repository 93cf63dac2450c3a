import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { findBrowser } from './find-browser.ts'

/**
 * `npm test`: the check, a build of every host, and the browser specs. Ends with a line `N passed, N failed`, which
 * counts tests, and each other step that failed as one.
 */

const results = 'test-results'

interface Tally {
  passed: number
  failed: number
  skipped: number
}

const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const browser = await findBrowser()
const unitReport = `${results}/unit.json`
const checked = await run(process.execPath, [
  'scripts/check.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
const units = readVitest(unitReport)
add(units)
if (checked !== 0 && units.failed === 0) tally.failed += 1

if ((await run(process.execPath, ['scripts/build.ts'])) === 0) {
  // Absolute, because Playwright takes it as relative to its configuration's folder.
  const browserReport = resolve(results, 'browser.json')
  const env = { ANSWERBOOK_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport }
  const code = await run('playwright', ['test', '--config', 'tests/e2e/playwright.config.ts'], env)
  const specs = readPlaywright(browserReport)
  add(specs)
  if ((code !== 0 && specs.failed === 0) || specs.passed === 0) tally.failed += 1
} else {
  tally.failed += 1
}

const skipped = tally.skipped === 0 ? '' : `, ${tally.skipped} skipped`
console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`)
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1

function add({ passed, failed, skipped: notRun }: Tally): void {
  tally.passed += passed
  tally.failed += failed
  tally.skipped += notRun
}

function readVitest(path: string): Tally {
  const report = readJson(path) as
    | { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number }
    | undefined
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 }
  const failed = Math.max(report.numFailedTests, Math.min(1, report.numFailedTestSuites))
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests }
}

function readPlaywright(path: string): Tally {
  const report = readJson(path) as
    { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } | undefined
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 }
  const { expected, unexpected, flaky, skipped: notRun } = report.stats
  return { passed: expected + flaky, failed: unexpected, skipped: notRun }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(command, [...args], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    })
    child.on('error', () => resolve(1))
    child.on('exit', code => resolve(code ?? 1))
  })
}
