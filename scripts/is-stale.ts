import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const sources = [
  'src',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.node.config.ts',
  'vite.renderer.config.ts',
]

/** Whether a built file is missing or older than anything that it may be built from. */
export async function isStale(output: string, alsoFrom: readonly string[] = []): Promise<boolean> {
  const builtAt = await modifiedAt(output)
  if (builtAt === undefined) return true
  for (const source of [...sources, ...alsoFrom]) if ((await newest(source)) > builtAt) return true
  return false
}

async function newest(path: string): Promise<number> {
  const info = await stat(path)
  if (!info.isDirectory()) return info.mtimeMs
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const times = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => (await stat(join(entry.parentPath, entry.name))).mtimeMs),
  )
  return Math.max(0, ...times)
}

async function modifiedAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    info => info.mtimeMs,
    () => undefined,
  )
}
