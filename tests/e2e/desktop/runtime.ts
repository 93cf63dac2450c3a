import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What the desktop specs run in, and in words why. */
export interface DesktopRuntime {
  readonly kind: 'electron' | 'stand-in'
  readonly reason: string
}

/** The built main script of the app under test. */
export const mainScript =
  process.env['ANSWERBOOK_MAIN'] ?? resolve(import.meta.dirname, '../../../out/main/index.js')

/** The app's folder, with its `package.json` and the built preload and renderer below `out/`. */
export const appFolder = resolve(mainScript, '../../..')

/** True Electron where it can run; `ANSWERBOOK_DESKTOP=electron` or `=stand-in` decides otherwise. */
export function desktopRuntime(): DesktopRuntime {
  const forced = process.env['ANSWERBOOK_DESKTOP']
  if (forced === 'electron' || forced === 'stand-in')
    return { kind: forced, reason: `ANSWERBOOK_DESKTOP=${forced}` }
  if (electronExecutable() === undefined)
    return { kind: 'stand-in', reason: "Electron's runtime is not installed here" }
  const needsDisplay = process.platform === 'linux'
  if (needsDisplay && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { kind: 'stand-in', reason: 'Electron is installed, but there is no display' }
  return { kind: 'electron', reason: 'Electron is installed' }
}

/** Where Electron's binary is, when the package has downloaded it. */
export function electronExecutable(): string | undefined {
  const folder = resolve(import.meta.dirname, '../../../node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : undefined
}
