import type { NotebookService } from '../notebook/notebook-service'

/**
 * Writes the id of a question into its list, unless it is there: what refers to a question by an id that only
 * its position gives would soon mean another one.
 *
 * @throws AppError `notebook/read-only`, `questions/not-found`, `storage/…`.
 */
export async function storeQuestionId(notebooks: NotebookService, questionId: string): Promise<void> {
  const { notebook } = notebooks
  notebook.assertWritable()
  const { question, list } = notebook.question(questionId)
  if (question.hasStoredId) return
  const before = notebook.lists
  await notebook.writes.run(list.path, async () => {
    await notebook.listStore.storeIds(list)
    await notebook.loadLists()
  })
  notebooks.listsChanged(notebook, before, null)
  notebook.question(questionId)
}
