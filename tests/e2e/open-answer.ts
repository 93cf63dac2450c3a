import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from './fixtures'
import type { WorkspacePage } from './pages/workspace-page'

/** Opens a note with this body as the answer to a question; resolves to a function that reads its body. */
export async function openAnswer(
  workspace: WorkspacePage,
  notebook: string,
  body: string,
): Promise<() => Promise<string>> {
  const front = '---\nanswers: [llm-01-01]\n---\n'
  const path = join(notebook, 'notes', 'answer.md')
  await writeFile(path, front + body)
  await workspace.openQuestion('What do the encoder and the decoder')
  await expect(workspace.page.getByText('answer.md').or(workspace.answer)).toBeVisible()
  await expect(workspace.answer).not.toBeEmpty()
  return async () => (await readFile(path, 'utf8')).slice(front.length)
}
