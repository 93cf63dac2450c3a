import type { BackendAccess } from './backend'
import { focusEditor } from './editor-info'
import { goTo } from './place'
import { keepTyping } from './typed-ahead'

let isMaking = false

/** Makes a note and goes there to write; nothing while one is being made. */
export async function newNote({ client }: BackendAccess, title = ''): Promise<void> {
  if (isMaking) return
  isMaking = true
  keepTyping()
  try {
    const { path } = await client['notes.create']({ title })
    focusEditor({ whenOpen: true })
    goTo({ kind: 'note', path })
  } finally {
    isMaking = false
  }
}
