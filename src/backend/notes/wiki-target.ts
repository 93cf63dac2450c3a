import { linkKey } from '../../shared/domain/link-keys'
import { fileTitle } from '../../shared/domain/file-title'
import { isWikiTarget } from '../../shared/domain/wiki-link'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { IndexedNote } from './note-index'

/**
 * What a wiki link to a note names: its file's name, or the path where another note has that name too. Undefined for names
 * that other programs gave and no wiki link can say.
 */
export function wikiTarget(notebook: OpenNotebook, note: IndexedNote): string | undefined {
  const name = fileTitle(note.path)
  const target = notebook.notes.named(linkKey(name)).length === 1 ? name : note.path.replace(/\.md$/i, '')
  return isWikiTarget(target) ? target : undefined
}
