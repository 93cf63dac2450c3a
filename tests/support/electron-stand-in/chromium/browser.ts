import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { userDataFolder } from '../paths.ts'
import { launchChromium, type Chromium } from './launch-chromium.ts'

let browser: Chromium | undefined

/** The app's one Chromium. It is launched when first asked for, so that a second instance never pays for it. */
export function theBrowser(): Chromium {
  if (browser === undefined) {
    const profileFolder = join(userDataFolder(), '.chromium')
    mkdirSync(profileFolder, { recursive: true })
    browser = launchChromium(process.env['ANSWERBOOK_CHROMIUM'] ?? '/usr/bin/chromium', profileFolder)
    process.once('exit', browser.kill)
  }
  return browser
}
