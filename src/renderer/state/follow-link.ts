import type { LinkTarget } from '../../shared/contract/note-procedures'
import { goTo } from './place'

/** Opens what a link leads to. Returns whether there is such a place. */
export function openLinkTarget(
  target: LinkTarget,
  firstQuestionOf: (listId: string) => string | undefined,
): boolean {
  switch (target.kind) {
    case 'note':
      goTo(
        { kind: 'note', path: target.path },
        target.heading === null ? undefined : { heading: target.heading },
      )
      return true
    case 'question':
      goTo({ kind: 'question', id: target.id })
      return true
    case 'list': {
      const id = firstQuestionOf(target.id)
      if (id !== undefined) goTo({ kind: 'question', id })
      return id !== undefined
    }
    case 'attachment':
    case 'missing':
      return false
  }
}
