import { focusEditor } from '../../state/editor-info'
import { goTo } from '../../state/place'

/** Opens a question with the caret in its answer, or in one of several. */
export function openToWrite(question: { readonly id: string; readonly notePath?: string | undefined }): void {
  focusEditor({ whenOpen: true })
  goTo({ kind: 'question', ...question })
}
