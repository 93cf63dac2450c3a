import { join } from 'node:path'
import { watch } from 'chokidar'
import { isForeignTemporary } from '../../shared/domain/sync/is-foreign-temporary'
import type { FolderWatch } from '../ports'

const gatherMs = 120

/** Watches the folders of a notebook whose files other programs may change; changes come in batches. */
export function watchFolder(folder: string, onChange: (paths: readonly string[]) => void): FolderWatch {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(
    ['notes', 'questions', 'study', 'attachments'].map(name => join(folder, name)),
    { ignoreInitial: true, ignored: path => isIgnored(path), persistent: true },
  )
  watcher.on('all', (_event, path) => {
    changed.add(path)
    timer ??= setTimeout(() => {
      timer = undefined
      const paths = [...changed]
      changed.clear()
      onChange(paths)
    }, gatherMs)
  })
  watcher.on('error', () => undefined)
  return {
    close: async () => {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}

function isIgnored(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return isForeignTemporary(name)
}
