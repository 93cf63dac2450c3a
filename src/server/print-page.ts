import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '../shared/contract/app-error'
import { findChromium } from './find-chromium'

/**
 * Prints a page with an installed Chromium, without a window and without any network, in a profile of its own beside the page.
 * Scripts are for the page's policy to refuse: without them this Chromium can't print.
 *
 * @throws AppError `export/no-browser`, `export/print-failed`, also when it is aborted.
 */
export async function printPage(htmlPath: string, pdfPath: string, signal: AbortSignal): Promise<void> {
  const browser = findChromium(process.platform, process.env)
  if (browser === undefined) throw new AppError('export/no-browser')
  const detail = await run(browser, argumentsFor(htmlPath, pdfPath), signal)
  if (!existsSync(pdfPath)) throw new AppError('export/print-failed', { detail })
}

function argumentsFor(htmlPath: string, pdfPath: string): string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(dirname(htmlPath), 'profile')}`,
    // Chromium's own sandbox does not start for root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdfPath}`,
    pathToFileURL(htmlPath).href,
  ]
}

/** Runs a program to its end. @returns the last line that it said, or why it did not start. */
async function run(program: string, options: readonly string[], signal: AbortSignal): Promise<string> {
  return new Promise(resolve => {
    const child = spawn(program, options, {
      stdio: ['ignore', 'ignore', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
    })
    let said = ''
    child.stderr.on('data', data => (said = (said + String(data)).slice(-2000)))
    child.on('error', error => (said += `\n${error.message}`))
    child.on('close', () => resolve(said.trim().split('\n').at(-1) ?? ''))
  })
}
