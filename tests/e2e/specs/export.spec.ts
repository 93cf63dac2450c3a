import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

test('a part of the notebook is exported in the format that was chosen', async ({
  workspace,
  page,
  folder,
}) => {
  await workspace.run('Export notebook')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('What').selectOption({
    label: 'Section: 2 Tokens and embeddings (Interview questions on large language models)',
  })
  await dialog.getByLabel('As', { exact: true }).selectOption('Folder of Markdown files')
  const path = join(folder, 'vault')
  await dialog.getByLabel('Folder', { exact: true }).fill(path)
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(dialog.getByRole('status')).toContainText('Exported')
  await expect(dialog).toContainText('Every link and image in it was checked')
  expect(await readdir(path)).toHaveLength(3)
  expect(await readFile(join(path, 'README.md'), 'utf8')).toContain('2 Tokens and embeddings')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await workspace.run('Export notebook')
  await dialog.getByLabel('As', { exact: true }).selectOption('Folder of Markdown files')
  await dialog.getByLabel('Folder', { exact: true }).fill(path)
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(dialog.getByRole('alert')).toContainText('This folder is not empty')
})
