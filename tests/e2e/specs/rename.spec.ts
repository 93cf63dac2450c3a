import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const question = 'What do the encoder and the decoder'
const textOf = (notebook: string, name: string): Promise<string> =>
  readFile(join(notebook, 'notes', name), 'utf8')

test('a note is renamed by its title, its links follow, and undo takes it back', async ({
  workspace,
  page,
  notebook,
}) => {
  const linking = '---\nanswers: [llm-01-01]\n---\nSee [[Heads|them]] and ![[Heads]] and [x](Heads.md#why).\n'
  await writeFile(join(notebook, 'notes', 'own.md'), linking)
  await writeFile(join(notebook, 'notes', 'Heads.md'), '# Heads\n\nText\n')
  await workspace.openQuestion(question)
  await workspace.answer.locator('.wiki-link').click()
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note).toContainText('Text')
  await note.getByText('Text').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' typed just before')
  await page.getByRole('button', { name: 'Heads', exact: true }).first().click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Attention: heads')
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 links in 1 file were changed.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('Attention: heads')
  await expect(note).toContainText('Text typed just before')
  expect(await textOf(notebook, 'Attention heads.md')).toBe('# Attention: heads\n\nText typed just before\n')
  expect(await textOf(notebook, 'own.md')).toBe(
    linking.replaceAll('[[Heads', '[[Attention heads').replace('Heads.md', 'Attention%20heads.md'),
  )
  await expect(note).toBeFocused()
  await note.getByText('typed just before').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' and after')
  await workspace.waitUntilSaved()
  expect(await textOf(notebook, 'Attention heads.md')).toContain('Text typed just before and after')

  await workspace.message.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('Heads')
  await expect
    .poll(async () => (await readdir(join(notebook, 'notes'))).sort())
    .toEqual(['Heads.md', 'own.md'])
  expect(await textOf(notebook, 'own.md')).toBe(linking)
  expect(await textOf(notebook, 'Heads.md')).toBe('# Heads\n\nText typed just before and after\n')
})

test('an open editor whose links are rewritten has no conflict', async ({ workspace, page, notebook }) => {
  await writeFile(
    join(notebook, 'notes', 'own.md'),
    '---\nanswers: [llm-01-01]\n---\n## Mine\n\n[[Mine]] text\n',
  )
  await workspace.openQuestion(question)
  await workspace.answer.getByText('text').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' unsaved')
  await page.getByRole('button', { name: 'Answer actions' }).click()
  await page.getByRole('menuitem', { name: 'Rename or move…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Rename note' })
  await dialog.getByLabel('Title').fill('Yours')
  await dialog.getByLabel('Folder in notes/').fill('deep/er')
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(workspace.answer).toContainText('Yours text unsaved')
  await workspace.write(' more')
  expect(await textOf(notebook, 'deep/er/Yours.md')).toBe(
    '---\nanswers: [llm-01-01]\n---\n## Yours\n\n[[Yours]] text unsaved more\n',
  )
  expect(await readdir(join(notebook, 'notes'))).toEqual(['deep'])
  await expect(workspace.saveState).toHaveText('Saved')
})

test('Escape leaves a title as it was, and the palette moves the note', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'notes', 'One.md'), 'one\n')
  await writeFile(join(notebook, 'notes', 'Two.md'), 'two\n')
  await expect(workspace.tree).toBeVisible()
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByRole('tree', { name: 'Notes' }).getByText('One').click()
  await page.getByRole('button', { name: 'One', exact: true }).last().click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Other')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('One')
  expect((await readdir(join(notebook, 'notes'))).sort()).toEqual(['One.md', 'Two.md'])
  await workspace.run('What to do today')
  await expect(page.getByRole('article', { name: 'Today' })).toBeVisible()
  await page.keyboard.press('Control+Shift+P')
  await page
    .getByRole('dialog', { name: 'Command palette' })
    .getByRole('combobox')
    .fill('Rename or move note')
  await expect(page.getByRole('dialog').getByText('Rename or move note')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('One')
  await workspace.run('Rename or move note')
  const dialog = page.getByRole('dialog', { name: 'Rename note' })
  await dialog.getByLabel('Folder in notes/').fill('.sub')
  await expect(dialog).toContainText('The file is notes/sub/One.md')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect.poll(async () => (await readdir(join(notebook, 'notes'))).sort()).toEqual(['Two.md', 'sub'])
})

test('a note has the title as asked, and undo leaves the file byte for byte as it was', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'notes', 'Plain.md'), 'plain\n')
  await expect(workspace.tree).toBeVisible()
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByRole('tree', { name: 'Notes' }).getByText('Plain').click()
  await page.getByRole('button', { name: 'Plain', exact: true }).last().click()
  await page.getByRole('textbox', { name: 'Title' }).fill('What is A/B testing?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('What is A/B testing?')
  expect(await textOf(notebook, 'What is A B testing.md')).toBe(
    '---\ntitle: What is A/B testing?\n---\nplain\n',
  )
  await workspace.message.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('Plain')
  expect(await textOf(notebook, 'Plain.md')).toBe('plain\n')
})
