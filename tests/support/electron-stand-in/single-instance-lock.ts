import { readFileSync, renameSync, rmSync, unlinkSync, watch, writeFileSync, type FSWatcher } from 'node:fs'
import { join } from 'node:path'
import { userDataFolder } from './paths.ts'

/** What a second instance tells the first. */
export interface SecondInstance {
  readonly argv: string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

let watcher: FSWatcher | undefined

export function hasLock(): boolean {
  return watcher !== undefined
}

/**
 * Takes the lock of this user data folder: a file with the owner's process id. When another living process has it,
 * that one is told and the answer is false.
 */
export function takeLock(
  additionalData: unknown,
  onSecondInstance: (second: SecondInstance) => void,
): boolean {
  if (hasLock()) return true
  const folder = userDataFolder()
  if (!writeLock(lockFile())) {
    const message: SecondInstance = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    const name = join(folder, `second-instance-${process.pid}`)
    writeFileSync(`${name}.part`, JSON.stringify(message))
    renameSync(`${name}.part`, `${name}.json`)
    return false
  }
  watcher = watch(folder, (_event, name) => {
    const second = /^second-instance-\d+\.json$/.test(name ?? '')
      ? readOnce(join(folder, name ?? ''))
      : undefined
    if (second !== undefined) onSecondInstance(second)
  })
  watcher.unref()
  process.once('exit', releaseLock)
  return true
}

export function releaseLock(): void {
  if (watcher === undefined) return
  watcher.close()
  watcher = undefined
  rmSync(lockFile(), { force: true })
}

function lockFile(): string {
  return join(userDataFolder(), 'SingletonLock.stand-in')
}

function writeLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAlive(Number(readFileSync(path, 'utf8')))) return false
    writeFileSync(path, String(process.pid))
    return true
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return processId !== process.pid
  } catch {
    return false
  }
}

/** The watcher may tell of a file twice, and of its removal. */
function readOnce(path: string): SecondInstance | undefined {
  try {
    const second = JSON.parse(readFileSync(path, 'utf8')) as SecondInstance
    unlinkSync(path)
    return second
  } catch {
    return undefined
  }
}
