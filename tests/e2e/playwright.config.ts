import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

// Each spec starts hosts and commands: their compiled code is kept for the next one, and not in the developer's own cache.
process.env['NODE_COMPILE_CACHE'] ??= resolve(import.meta.dirname, '../../test-results/code-cache')

/** Browser specs against the built browser host; `scripts/test.ts` says which Chromium to use. */
export default defineConfig({
  projects: [
    { name: 'browser', testDir: './specs' },
    // A trace would still be recorded in apps that have ended, and fail the next spec; the fixture takes screenshots.
    { name: 'desktop', testDir: './desktop/specs', use: { trace: 'off' } },
  ],
  // The built hosts are JavaScript already.
  build: { external: ['**/out/**'] },
  outputDir: '../../test-results/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  // A busy machine can be late once; a spec that needs its second try is listed as flaky.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [
    ['list'],
    ['./desktop/runtime-reporter.ts'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '../../test-results/browser.json' }],
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    // Frames of a motion cost time, and each click waits for its end; a spec of its own has motion.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording costs a fifth of the time, so that only a second try is recorded.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env['ANSWERBOOK_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
})
