import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCli, runCliJson } from '../../support/run-cli'
import { samplePng } from '../../support/sample-images'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

const list = `# Database interviews

Some words about this list that are no question.

## Indexes

- What does a B-tree index speed up, and what does it slow down?
- When is a covering index worth its space?

## Transactions

### What is a phantom read?

A second query in one transaction sees **new rows**.
`

test('a list is imported after a look at what was understood', async ({
  workspace,
  page,
  folder,
  notebook,
}) => {
  const file = join(folder, 'databases.md')
  await writeFile(file, list)
  await workspace.run('Import questions')
  const dialog = page.getByRole('dialog', { name: 'Import questions' })
  await dialog.locator('input[type=file]').setInputFiles(file)
  await expect(dialog).toContainText('3 questions in 2 sections · 1 with an answer')
  await expect(dialog).toContainText('left out')
  expect(await runCliJson<unknown[]>(['questions', notebook])).toHaveLength(200)
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(dialog).toBeHidden()
  await workspace.openQuestion('What is a phantom read?')
  await expect(workspace.answer).toContainText('sees new rows')
  expect(await runCliJson<unknown[]>(['questions', notebook])).toHaveLength(203)
})

test('an imported list is taken back, renamed, removed with its answers kept, and put back from the trash', async ({
  workspace,
  page,
  folder,
  notebook,
}) => {
  const file = join(folder, 'databases.md')
  await writeFile(file, list)
  const run = async (): Promise<void> => {
    await workspace.run('Import questions')
    const dialog = page.getByRole('dialog', { name: 'Import questions' })
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  }
  const message = page.getByRole('status', { name: 'Message' })
  const lists = () => readdir(join(notebook, 'questions'))
  await run()
  await message.getByRole('button', { name: 'Undo' }).click()
  await expect(message).toContainText('The import is undone')
  expect(await lists()).toEqual(['llm.md'])
  await run()

  const row = page.getByRole('treeitem', { name: /^Database/ })
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await page.getByRole('dialog', { name: 'Question list' }).getByLabel('Title').fill('Database: basics')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('Database: basics')

  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  const remove = page.getByRole('dialog', { name: 'Remove the question list' })
  await expect(remove).toContainText('1 answer stays')
  await remove.getByRole('button', { name: 'Move to the trash' }).click()
  await expect(message).toContainText('The list is in the trash. Its answer stays as the note')
  await expect(row).toBeHidden()
  expect(await lists()).toEqual(['llm.md'])
  await workspace.run('Open the trash')
  await page.getByRole('dialog', { name: 'Trash' }).getByRole('button', { name: 'Put back' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What does a B-tree index')
  expect(await lists()).toEqual(['databases.md', 'llm.md'])
})

test('a file that is no list is refused with a reason, and nothing is added', async ({
  workspace,
  page,
  folder,
  notebook,
}) => {
  const file = join(folder, 'picture.md')
  await writeFile(file, Buffer.from([0x89, 0x50, 0, 1, 2, 0xff]))
  await workspace.run('Import questions')
  const dialog = page.getByRole('dialog', { name: 'Import questions' })
  await dialog.locator('input[type=file]').setInputFiles(file)
  await expect(dialog.getByRole('alert')).toContainText('not UTF-8 text')
  expect(await runCliJson<unknown[]>(['questions', notebook])).toHaveLength(200)
})

test('a newer edition of a list keeps answers, and asks about questions that may be the same', async ({
  workspace,
  page,
  folder,
  notebook,
}) => {
  const file = join(folder, 'databases.md')
  await writeFile(file, list)
  await runCliJson(['import-questions', notebook, file])
  await lateAnswers(page, 'questions.importEdition')
  await page.reload()
  await workspace.openQuestion('What is a phantom read?')
  await expect(workspace.answer).toContainText('sees new rows')
  const second = list
    .replace('What is a phantom read?', 'What are phantom reads, and who prevents them?')
    .replace('What does a B-tree', 'What does a **B-tree**')
    .concat('\n### What is a deadlock?\n\nA wait without an end.\n')
  await writeFile(file, second)
  await workspace.run('Import questions')
  const dialog = page.getByRole('dialog', { name: 'Import questions' })
  await dialog.locator('input[type=file]').setInputFiles(file)
  await expect(dialog.getByLabel('Import as')).toHaveValue('databases')
  await expect(dialog.getByRole('status')).toContainText('2 questions keep their ids and answers')
  const unsure = dialog.getByRole('region', { name: 'Unsure questions' }).getByRole('listitem')
  await expect(unsure).toHaveCount(1)
  await unsure.getByRole('button', { name: 'The same' }).click()
  await dialog.getByRole('button', { name: 'Update the list' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What are phantom reads')
  await expect(workspace.answer).toContainText('sees new rows')
  expect(await runCliJson<unknown[]>(['questions', notebook])).toHaveLength(204)
  await workspace.run('Undo the last change of a question list')
  await expect(page.getByRole('status', { name: 'Message' })).toContainText('The list is as it was.')
  expect(await runCliJson<unknown[]>(['questions', notebook])).toHaveLength(203)
})

test('notes of a folder are imported after an account of every file, and taken back', async ({
  workspace,
  page,
  folder,
  notebook,
}) => {
  const vault = join(folder, 'vault')
  await mkdir(join(vault, 'sub'), { recursive: true })
  await writeFile(join(vault, 'Attention.md'), '---\naliases: [looking]\n---\n# Attention\n\n![[map.png]]\n')
  await writeFile(join(vault, 'sub', 'Heads.md'), 'See [[looking]] and [[nowhere]].\n')
  await writeFile(join(vault, 'map.png'), samplePng())
  await writeFile(join(vault, 'Board.canvas'), '{}')
  await workspace.run('Import notes from a folder')
  const dialog = page.getByRole('dialog', { name: 'Import notes' })
  await dialog.getByLabel('Folder with notes').fill(join(folder, 'no such folder'))
  await dialog.getByRole('button', { name: 'Look at it' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByLabel('Folder with notes').fill(vault)
  await dialog.getByRole('button', { name: 'Look at it' }).click()
  await expect(dialog.getByRole('status')).toHaveText(
    '2 notes and 1 file to import; 0 already here, 1 left out.',
  )
  await dialog.getByText('1 file left out').click()
  await expect(dialog).toContainText('Board.canvas: a canvas, which only Obsidian shows')
  await expect(dialog).toContainText('1 link that leads nowhere in the folder already')
  await dialog.getByRole('button', { name: 'Import 2 notes' }).click()
  const message = page.getByRole('status', { name: 'Message' })
  await expect(message).toContainText('Imported 2 notes')
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByLabel('Filter notes').fill('Heads')
  await page
    .getByRole('treeitem', { name: /^Heads/ })
    .first()
    .click()
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toContainText('looking')
  await message.getByRole('button', { name: 'Undo' }).click()
  await expect(message).toContainText('3 files are in the trash.')
  expect((await runCli(['check', notebook])).code).toBe(0)
})

test('an import of notes that is cancelled leaves nothing', async ({ workspace, page, folder, notebook }) => {
  const vault = join(folder, 'vault')
  await mkdir(join(vault, 'deep'), { recursive: true })
  const text = 'Words and [[n1]] of a note.\n\n'.repeat(200)
  for (let index = 0; index < 600; index += 1) await writeFile(join(vault, 'deep', `n${index}.md`), text)
  const before = await readdir(join(notebook, 'notes'), { recursive: true })
  await workspace.run('Import notes from a folder')
  const dialog = page.getByRole('dialog', { name: 'Import notes' })
  await dialog.getByLabel('Folder with notes').fill(vault)
  await dialog.getByRole('button', { name: 'Look at it' }).click()
  await dialog.getByRole('button', { name: 'Import 600 notes' }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('alert')).toContainText('was cancelled')
  expect(await readdir(join(notebook, 'notes'), { recursive: true })).toEqual(before)
})

/** Answers to these requests come after all that the page reads again meanwhile. */
async function lateAnswers(page: Page, late: string): Promise<void> {
  await page.routeWebSocket(/.*/, socket => {
    const ids = new Set<number>()
    const server = socket.connectToServer()
    socket.onMessage(message => {
      const { id, name } = JSON.parse(String(message)) as { id: number; name: string }
      if (name === late) ids.add(id)
      server.send(message)
    })
    server.onMessage(message => {
      const { id } = JSON.parse(String(message)) as { id?: number }
      setTimeout(() => socket.send(message), id !== undefined && ids.has(id) ? 1000 : 0)
    })
  })
}
