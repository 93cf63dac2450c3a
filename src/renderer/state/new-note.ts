import type { BackendAccess } from './backend'
import { focusEditor } from './editor-info'
import { goTo } from './place'

/** Makes a note without a title and goes there to write. */
export async function newNote({ client }: BackendAccess): Promise<void> {
  const note = await client['notes.create']({ title: '' })
  focusEditor({ whenOpen: true })
  goTo({ kind: 'note', path: note.path })
}
