import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkMarkdownLinks } from '../../../src/shared/domain/export/check-markdown-links'
import { runCliJson } from '../../support/run-cli'
import { startServer } from '../../support/serve'
import { expect, test } from '../fixtures'
import { WorkspacePage } from '../pages/workspace-page'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

/** Through the program that people start, and with its motion. */
test('from a first start to an exported answer', async ({ page, folder }) => {
  const settingsFolder = join(folder, 'settings')
  await mkdir(settingsFolder)
  const { url, stop } = await startServer({ settingsFolder })
  await page.goto(url)
  await page.getByRole('button', { name: /New notebook/ }).click()
  const dialog = page.getByRole('dialog', { name: 'New notebook' })
  await dialog.getByLabel('Title').fill('My interviews')
  await dialog.getByLabel('Where').fill(folder)
  await dialog.getByRole('button', { name: 'Make notebook' }).click()

  const workspace = new WorkspacePage(page)
  const notebook = join(folder, 'My interviews')
  await workspace.openQuestion('Queries and keys play almost interchangeable parts')
  await workspace.answer.click()
  await page.keyboard.type('# The short answer\n')
  await page.keyboard.type('Each new query is used **once**; keys and values are read again.\n')
  await page.keyboard.type('- keys are compared with every later query\n')
  await page.keyboard.type('values are summed\n\n')
  await page.keyboard.type('```python ')
  await page.keyboard.type('cache.append((k, v))')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+End')
  await page.getByRole('button', { name: 'Table' }).click()
  for (const cell of ['Step', 'Reads', 'Writes', 'decode']) {
    await page.keyboard.type(cell)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Control+End')
  await page.keyboard.type('See also [[switched the KV cache')
  await page
    .getByRole('listbox')
    .getByRole('option')
    .filter({ hasText: 'Suppose you switched the KV cache off' })
    .click()
  await page.keyboard.type(' for the cost.')
  await workspace.waitUntilSaved()

  await page.reload()
  await expect(workspace.answer.getByRole('heading', { name: 'The short answer' })).toBeVisible()
  await expect(workspace.answer.getByRole('listitem')).toHaveCount(2)
  await expect(workspace.answer.locator('pre')).toContainText('cache.append((k, v))')
  await expect(workspace.answer.getByRole('columnheader').first()).toHaveText('Step')
  await expect(workspace.answer).toContainText('for the cost.')

  await workspace.search.fill('read again')
  const hit = workspace.searchResults
    .getByRole('listitem')
    .filter({ hasText: 'keys and values are read again' })
  await expect(hit.locator('mark').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await workspace.run('Export notebook')
  const exported = join(folder, 'out.md')
  const exportDialog = page.getByRole('dialog', { name: 'Export' })
  await exportDialog.getByLabel('File').fill(exported)
  await exportDialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(exportDialog.getByRole('status')).toHaveText('Exported 200 questions, 1 with an answer.')

  const markdown = await readFile(exported, 'utf8')
  expect(markdown).toContain('#### The short answer')
  expect(checkMarkdownLinks(markdown)).toEqual({ missingAnchors: [], files: [] })
  expect(markdown).toMatch(/See also \[Suppose you switched[^\]]*\]\(#35-suppose/)

  const questions = await runCliJson<{ id: string; status: string; notes: string[] }[]>([
    'questions',
    notebook,
  ])
  const [note] = await readdir(join(notebook, 'notes'))
  expect(questions).toHaveLength(200)
  expect(questions.filter(question => question.notes.length > 0)).toMatchObject([
    { id: 'llm-03-04', status: 'draft', notes: [`notes/${note}`] },
  ])
  await stop()
})
