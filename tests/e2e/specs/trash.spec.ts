import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

test('a note goes to the trash and comes back by undo, or from the trash, beside one that took its name', async ({
  workspace,
  page,
  notebook,
}) => {
  const file = join(notebook, 'notes', 'Plan.md')
  await writeFile(file, '# Plan\n\nThe first one.\n')
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByRole('tree', { name: 'Notes' }).getByText('Plan').click()
  await page.getByRole('button', { name: 'Move note to trash' }).click()
  await expect(page.getByRole('article', { name: 'Question' })).toBeVisible()
  await workspace.message.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toContainText('The first one.')
  expect(await readFile(file, 'utf8')).toBe('# Plan\n\nThe first one.\n')

  await page.getByRole('button', { name: 'Move note to trash' }).click()
  await expect.poll(() => readdir(join(notebook, 'notes'))).toEqual([])
  await writeFile(file, '# Plan\n\nAnother one.\n')
  await page.getByRole('button', { name: 'Open the trash' }).click()
  const trash = page.getByRole('dialog', { name: 'Trash' })
  await expect(trash.getByRole('option')).toHaveText(/Plan.*notes\/Plan\.md.*Today/)
  await expect(trash).toContainText('The first one.')
  await trash.getByRole('button', { name: 'Put back' }).click()
  await expect(trash).toBeHidden()
  await expect(workspace.message).not.toContainText('The note is in the trash')
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toContainText('The first one.')
  expect((await readdir(join(notebook, 'notes'))).sort()).toEqual(['Plan 2.md', 'Plan.md'])
  expect(await readFile(file, 'utf8')).toContain('Another one.')
  await expect(workspace.saveState).toHaveText('Saved')
})

test('keys after a note was moved to the trash move no other one, and are for the note that comes back', async ({
  workspace,
  page,
  notebook,
}) => {
  const names = (): Promise<string[]> => readdir(join(notebook, 'notes'))
  for (const name of ['one', 'two', 'three'])
    await writeFile(join(notebook, 'notes', `${name}.md`), `${name}\n`)
  await page.getByRole('tab', { name: 'Notes' }).click()
  const tree = page.getByRole('tree', { name: 'Notes' })
  await tree.getByText('two').click()
  const trash = page.getByRole('button', { name: 'Move note to trash' })
  await trash.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(tree).toBeFocused()
  await page.keyboard.type('keys and spaces')
  await expect.poll(names).toHaveLength(2)
  await workspace.message.getByRole('button', { name: 'Undo' }).click()
  await page.keyboard.type('back ')
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note).toContainText('back')
  await expect.poll(() => readFile(join(notebook, 'notes', 'two.md'), 'utf8')).toContain('back')
  await trash.dblclick()
  await expect.poll(names).toHaveLength(2)
  await expect(workspace.message.getByRole('button', { name: 'Undo' })).toBeVisible()
  await workspace.afterPaint()
  expect(await names()).toHaveLength(2)
})

test('the message about a note in the trash tells of links to it', async ({ page, notebook, workspace }) => {
  await writeFile(join(notebook, 'notes', 'Plan.md'), '# Plan\n\nText\n')
  await writeFile(join(notebook, 'notes', 'Other.md'), 'See [[Plan]], and [[Plan]] again.\n')
  await expect(workspace.tree).toBeVisible()
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByRole('tree', { name: 'Notes' }).getByText('Plan').click()
  await page.getByRole('button', { name: 'Move note to trash' }).click()
  await expect(page.getByText('1 note still links to it; the link leads nowhere now.')).toBeVisible()
})

test('notes are deleted for good after a question only, one or all, by keyboard too', async ({
  workspace,
  page,
  notebook,
}) => {
  for (const name of ['one', 'two', 'three']) {
    await writeFile(join(notebook, 'notes', `${name}.md`), `text of ${name}\n`)
    await page.getByRole('tab', { name: 'Notes' }).click()
    await page.getByRole('tree', { name: 'Notes' }).getByText(name).click()
    await page.getByRole('button', { name: 'Move note to trash' }).click()
    await expect(page.getByRole('tree', { name: 'Notes' }).getByText(name)).toHaveCount(0)
  }
  await workspace.run('Open the trash')
  const trash = page.getByRole('dialog', { name: 'Trash' })
  const options = trash.getByRole('option')
  await expect(options).toHaveText([/^three/, /^two/, /^one/])
  await page.keyboard.press('ArrowDown')
  await expect(trash).toContainText('text of two')
  await trash.getByRole('button', { name: 'Delete for good…' }).press('Enter')
  await expect(trash.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(options).toHaveCount(3)
  await trash.getByRole('button', { name: 'Delete for good…' }).click()
  await trash.getByRole('button', { name: 'Delete for good', exact: true }).click()
  await expect(options).toHaveText([/^three/, /^one/])
  await trash.getByRole('button', { name: 'Empty trash…' }).click()
  await trash.getByRole('button', { name: 'Delete 2 notes for good' }).click()
  await expect(trash).toContainText('The trash is empty.')
  expect(await readdir(join(notebook, '.answerbook', 'trash'))).toEqual([])
  await page.keyboard.press('Escape')
  await expect(trash).toBeHidden()
})
