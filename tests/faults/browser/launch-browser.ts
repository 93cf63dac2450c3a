import { chromium, type Browser } from '@playwright/test'

/** A Chromium like that of the browser specs; `ANSWERBOOK_CHROMIUM` says which. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['ANSWERBOOK_CHROMIUM'] ?? '/usr/bin/chromium'
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
  ]
  return chromium.launch({ executablePath, args: [...args, '--no-first-run'] })
}
