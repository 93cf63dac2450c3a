import { goToWrite } from '../../state/editor-info'

/** Opens a question with the caret in its answer, or in one of several. */
export function openToWrite(question: { readonly id: string; readonly notePath?: string | undefined }): void {
  goToWrite({ kind: 'question', ...question })
}
