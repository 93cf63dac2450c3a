import { linkKey, linkKeysTo } from '../link-keys'
import type { Note } from '../note'
import type { LinkSpace } from '../resolve-link'

/** What links can lead to once the note at `from` is `renamed`. */
export function spaceAfterRename(
  before: LinkSpace,
  from: string,
  renamed: Pick<Note, 'path' | 'title'>,
): LinkSpace {
  const names = new Set([...linkKeysTo(renamed), linkKey(renamed.path)])
  return {
    notesNamed: key => {
      const others = before.notesNamed(key).filter(path => path !== from)
      return names.has(key) ? [...others, renamed.path].sort() : others
    },
    hasQuestion: id => before.hasQuestion(id),
    listNamed: key => before.listNamed(key),
  }
}
