import { relative, sep } from 'node:path'
import { isAppError } from '../../shared/contract/app-error'
import type { OpenNotebook } from './open-notebook'

/**
 * Reads what another program changed below the notebook's folder; contents decide, not clocks, so that what we
 * wrote ourselves is no change. `paths` are absolute.
 */
export async function takeChangesFromDisk(
  notebook: OpenNotebook,
  paths: readonly string[],
): Promise<{ notes: string[]; questions: boolean }> {
  const relatives = paths.map(path => relative(notebook.info.path, path).split(sep).join('/'))
  const notes: string[] = []
  for (const path of new Set(relatives.filter(path => path.startsWith('notes/') && /\.md$/i.test(path)))) {
    if (await takeNote(notebook, path)) notes.push(path)
  }
  const before = JSON.stringify(notebook.lists)
  if (relatives.some(path => path.startsWith('questions/'))) await notebook.loadLists()
  if (relatives.some(path => path.startsWith('study/'))) await notebook.loadStudy()
  const questions =
    before !== JSON.stringify(notebook.lists) || relatives.some(path => path.startsWith('study/'))
  return { notes, questions }
}

async function takeNote(notebook: OpenNotebook, path: string): Promise<boolean> {
  return notebook.writes.run(path, async () => {
    try {
      const file = await notebook.noteStore.read(path)
      if (file.hash !== '' && notebook.notes.get(path)?.hash === file.hash) return false
      notebook.remember(file)
      return true
    } catch (error) {
      if (isAppError(error, 'notes/not-found')) return notebook.notes.delete(path)
      throw error
    }
  })
}
