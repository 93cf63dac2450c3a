import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'brave-browser', 'chromium-headless-shell'],
]

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']

const windowsPaths = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/**
 * An installed browser that is made of Chromium: the one that `ANSWERBOOK_CHROMIUM` names, else the first that is found.
 *
 * @param environment the variables of the process.
 */
export function findChromium(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const chosen = environment['ANSWERBOOK_CHROMIUM']
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : undefined
  return candidates(platform, environment).find(path => existsSync(path))
}

function candidates(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  if (platform === 'darwin') return macApps.map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      name => environment[name] ?? [],
    )
    return folders.flatMap(folder => windowsPaths.map(parts => join(folder, ...parts)))
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(folder => folder !== '')
  return names.flatMap(name => folders.map(folder => join(folder, name)))
}
