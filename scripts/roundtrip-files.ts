import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const markdownName = /\.(?:md|markdown|mdown|mkd)$/i

/** Every Markdown file under the given folders, sorted; a path of a file is taken whatever its name. */
export async function findMarkdownFiles(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(filesAt))
  return [...new Set(found.flat())].sort()
}

async function filesAt(path: string): Promise<string[]> {
  const info = await stat(path).catch(() => undefined)
  if (info === undefined) throw new Error(`no such file or folder: ${path}`)
  if (!info.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && markdownName.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
}
