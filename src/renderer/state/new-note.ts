import type { BackendAccess } from './backend'
import { focusEditor, stayInEditor } from './editor-info'
import { goTo } from './place'

let isMaking = false

/** Makes a note and goes there to write; nothing while one is being made. */
export async function newNote({ client }: BackendAccess, title = ''): Promise<void> {
  if (isMaking) return
  isMaking = true
  focusEditor({ whenOpen: true })
  try {
    const { path } = await client['notes.create']({ title })
    focusEditor({ whenOpen: true })
    goTo({ kind: 'note', path })
  } catch (error) {
    stayInEditor()
    throw error
  } finally {
    isMaking = false
  }
}
