import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** Every file below a folder with its bytes as Latin-1, and every folder with a slash at its end. */
export async function readTree(folder: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {}
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    if (entry.isDirectory()) tree[`${name}/`] = ''
    else {
      const text = await readFile(path, 'latin1').catch(ignoreGone)
      if (text !== undefined) tree[name] = text
    }
  }
  return tree
}

/** What is still written behind an operation, as history is, goes by temporary files. */
function ignoreGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
