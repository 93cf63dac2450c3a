import { blockActions } from './actions/block-actions'
import type { EditorActionId } from './actions/editor-action'
import { historyActions } from './actions/history-actions'
import { insertActions } from './actions/insert-actions'
import { allMarkActions } from './actions/mark-actions'

/** What formats text by keys; shortcuts as commands write them: `Mod+Shift+S`. */
export const editorShortcuts: readonly { readonly id: EditorActionId; readonly shortcut: string }[] = [
  ...allMarkActions,
  ...blockActions,
  ...insertActions,
  ...historyActions,
].flatMap(({ id, shortcut }) =>
  shortcut === undefined ? [] : [{ id, shortcut: shortcut.replaceAll('-', '+').replace(/[a-z]$/, upper) }],
)

/** What is typed in Markdown for it, as `## `. */
export const typedMarkdown: readonly { readonly id: EditorActionId; readonly markdown: string }[] = [
  ...allMarkActions,
  ...blockActions,
  ...insertActions,
].flatMap(({ id, markdown }) => (markdown === undefined ? [] : [{ id, markdown }]))

function upper(letter: string): string {
  return letter.toUpperCase()
}
