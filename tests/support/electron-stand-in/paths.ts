import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { commandLineSwitch } from './command-line.ts'

interface Manifest {
  readonly name: string
  readonly productName?: string
  readonly version: string
}

const changed = new Map<string, string>()
let temporary: string | undefined

/** The folder with the `package.json` that the app's main file belongs to. */
export const appFolder = nearestManifestFolder(dirname(resolve(process.argv[1] ?? '.')))
export const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as Manifest

/** `--user-data-dir`, or a new temporary folder: the stand-in never touches a user's own data. */
export function userDataFolder(): string {
  const given = changed.get('userData') ?? commandLineSwitch('user-data-dir')
  const folder = given ?? (temporary ??= mkdtempSync(join(tmpdir(), 'electron-stand-in-')))
  mkdirSync(folder, { recursive: true })
  return resolve(folder)
}

/** `app.getPath`. A name that Electron doesn't know throws, as it does there. */
export function getPath(name: string): string {
  const path = changed.get(name) ?? standardPath(name)
  if (path === undefined) throw new Error(`Failed to get '${name}' path`)
  return path
}

/** `app.setPath`. */
export function setPath(name: string, path: string): void {
  if (standardPath(name) === undefined) throw new Error('Failed to set path')
  changed.set(name, path)
}

function standardPath(name: string): string | undefined {
  const inHome: Record<string, string> = {
    home: '',
    appData: '.config',
    desktop: 'Desktop',
    documents: 'Documents',
    downloads: 'Downloads',
    music: 'Music',
    pictures: 'Pictures',
    videos: 'Videos',
  }
  const inUserData: Record<string, string> = {
    userData: '',
    sessionData: '',
    logs: 'logs',
    crashDumps: 'Crashpad',
  }
  if (inHome[name] !== undefined) return join(homedir(), inHome[name])
  if (inUserData[name] !== undefined) return join(userDataFolder(), inUserData[name])
  if (name === 'temp') return tmpdir()
  if (name === 'exe' || name === 'module') return process.execPath
  return undefined
}

function nearestManifestFolder(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder
  return nearestManifestFolder(dirname(folder))
}
