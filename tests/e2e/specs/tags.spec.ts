import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

test('tags are added and taken away beside the note that is being written, and searched for', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'own.md')
  await writeFile(path, '---\nanswers: [llm-01-01]\ntags: [first]\n---\nText.\n')
  await workspace.openQuestion('What do the encoder and the decoder')
  await workspace.type(' More')
  await page.getByLabel('Add a tag…').fill('#a/b, 中文')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '#中文' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove the tag “first”' }).press('Enter')
  await expect(page.getByRole('button', { name: '#first' })).toBeHidden()
  await expect(page.getByLabel('Add a tag…')).toBeFocused()
  await workspace.write('!')
  expect(await readFile(path, 'utf8')).toBe(
    '---\nanswers: [llm-01-01]\ntags: ["a/b", "中文"]\n---\nText. More!\n',
  )
  await page.getByRole('button', { name: '#a/b', exact: true }).click()
  await expect(workspace.search).toHaveValue('tag:a/b ')
  await expect(workspace.searchResults.getByText('own')).toBeVisible()

  await writeFile(join(notebook, 'notes', 'broken.md'), '---\ntags: [first\n---\nText.\n')
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByRole('treeitem', { name: 'broken' }).click()
  await expect(page.getByRole('button', { name: '#a/b', exact: true })).toBeHidden()
  await page.getByLabel('Add a tag…').fill('a, b')
  await page.keyboard.press('Enter')
  await expect(workspace.message).toContainText(
    'The properties at the top of the note can’t be read or changed safely',
  )
  await expect(page.getByLabel('Add a tag…')).toHaveValue('a, b')
})
