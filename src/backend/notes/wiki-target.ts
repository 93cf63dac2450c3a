import { linkKey } from '../../shared/domain/link-keys'
import { fileTitle } from '../../shared/domain/file-title'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { IndexedNote } from './note-index'

/** What a wiki link to a note names: its file's name, or the path where another note has that name too. */
export function wikiTarget(notebook: OpenNotebook, note: IndexedNote): string {
  const name = fileTitle(note.path)
  return notebook.notes.named(linkKey(name)).length === 1 ? name : note.path.replace(/\.md$/i, '')
}
