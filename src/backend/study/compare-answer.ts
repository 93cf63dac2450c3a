import type { AnswerComparison } from '../../shared/contract/study-procedures'
import { plainText } from '../../shared/domain/markdown/plain-text'
import { proseText } from '../../shared/domain/markdown/prose-text'
import type { NotebookService } from '../notebook/notebook-service'
import { markMissing } from '../search/missing-words'

/** Of longer texts the beginning is compared, in UTF-16 units. */
const mostCompared = 50_000

/** Compares an answer with what the user wrote from memory. */
export async function compareAnswer(
  notebooks: NotebookService,
  { path, written }: { readonly path: string; readonly written: string },
): Promise<AnswerComparison> {
  const note = await notebooks.notebook.noteStore.read(path)
  const start = (note.text ?? '').slice(0, mostCompared)
  const own = plainText(start)
  const fromMemory = plainText(written).slice(0, mostCompared)
  return {
    own: markMissing(own, fromMemory),
    written: markMissing(fromMemory, own),
    terms: await notebooks.search.keyTerms(proseText(start), fromMemory),
  }
}
