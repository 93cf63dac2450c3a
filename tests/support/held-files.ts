import { readdir, readlink } from 'node:fs/promises'

/** Files below a folder that this process has open; those that have lost their names end with ` (deleted)`. */
export async function openFiles(folder: string): Promise<string[]> {
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map(fd => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
  )
  return links.filter(link => link.startsWith(folder))
}

/** A timer whose tasks run when a test says so. */
export function manualTimer(): {
  readonly startTimer: (delayMs: number, task: () => void) => () => void
  /** Runs what waits now. */
  readonly fire: () => void
} {
  const tasks = new Set<() => void>()
  return {
    startTimer: (_delayMs, task) => {
      tasks.add(task)
      return () => void tasks.delete(task)
    },
    fire: () => {
      for (const task of [...tasks]) {
        tasks.delete(task)
        task()
      }
    },
  }
}
