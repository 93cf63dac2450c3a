import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCliJson } from '../../support/run-cli'
import { expect, test } from '../fixtures'

interface Row {
  readonly id: string
  readonly text: string
  readonly notes: readonly string[]
}

test('questions are added, edited, moved, removed with their answer kept, and all of it is taken back', async ({
  workspace,
  page,
  notebook,
}) => {
  const file = join(notebook, 'questions', 'llm.md')
  const before = await readFile(file, 'utf8')
  const rows = () => runCliJson<Row[]>(['questions', notebook])
  const [one, two] = await rows()
  await workspace.openQuestion(one?.text ?? '')
  await workspace.write('My answer stays.')
  await workspace.run('Add a question below')
  const dialog = page.getByRole('dialog', { name: 'New question' })
  await dialog.getByLabel('Question', { exact: true }).fill('Why is this one new?')
  await dialog.getByLabel('Hint').fill('nobody asked before')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why is this one new?')
  expect((await rows())[1]?.text).toBe('Why is this one new?')

  await workspace.run('Edit this question')
  await page
    .getByRole('dialog', { name: 'Question' })
    .getByLabel('Question', { exact: true })
    .fill('Is it old?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is it old?')

  await workspace.run('Move this question up')
  await expect(page.getByRole('status', { name: 'Message' })).toContainText('Question moved.')
  expect((await rows()).slice(0, 3).map(({ text }) => text)).toEqual(['Is it old?', one?.text, two?.text])

  await workspace.openQuestion(one?.text ?? '')
  await workspace.run('Remove this question')
  const message = page.getByRole('status', { name: 'Message' })
  await expect(message).toContainText('Its answer stays as the note notes/')
  expect(await rows()).toHaveLength(200)
  await message.getByRole('button', { name: 'Undo' }).click()
  await expect(message).toContainText('The list is as it was.')
  expect((await rows()).find(({ id }) => id === one?.id)?.notes).toHaveLength(1)

  const close = async (): Promise<void> => {
    await message.getByRole('button', { name: 'Close' }).click()
    await expect(message).toBeEmpty()
  }
  await close()
  for (let count = 0; count < 3; count += 1) {
    await workspace.run('Undo the last change of a question list')
    await expect(message).toContainText('The list is as it was.')
    await close()
  }
  await expect.poll(() => readFile(file, 'utf8')).toBe(before)
})

test('sections and questions have their menus by keyboard', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion('What')
  await page.getByLabel('Filter questions').fill('')
  await workspace.tree.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Rename the section…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Section' })
  await dialog.getByLabel('Title').fill('The beginning')
  await page.keyboard.press('Enter')
  await expect(workspace.tree.getByRole('treeitem').first()).toContainText('The beginning')
  await workspace.tree.focus()
  await page.keyboard.press('Shift+F10')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(workspace.tree).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Merge with another question…' }).press('Enter')
  const merge = page.getByRole('dialog', { name: 'Merge questions' })
  await merge.getByRole('list', { name: 'Questions' }).getByRole('button').first().click()
  await merge.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByRole('status', { name: 'Message' })).toContainText('Questions merged.')
  expect(await runCliJson<unknown[]>(['questions', notebook])).toHaveLength(199)
})

test('a list that another program changed is read again and not overwritten', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion('What')
  await workspace.run('Edit this question')
  const dialog = page.getByRole('dialog', { name: 'Question' })
  await dialog.getByLabel('Question', { exact: true }).fill('Mine?')
  const file = join(notebook, 'questions', 'llm.md')
  const theirs = `${await readFile(file, 'utf8')}\n<!-- theirs -->\n`
  await writeFile(file, theirs)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('changed elsewhere')
  expect(await readFile(file, 'utf8')).toBe(theirs)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine?')
  expect(await readFile(file, 'utf8')).toContain('<!-- theirs -->')
})

test('a question is moved to another list with its answer, and taken back', async ({
  workspace,
  page,
  notebook,
}) => {
  const files = ['llm.md', 'other.md'].map(name => join(notebook, 'questions', name))
  await writeFile(
    files[1] ?? '',
    '---\nid: other\ntitle: Other questions\n---\n\n## Else\n\n1. What else? ^else-1\n',
  )
  const read = () => Promise.all(files.map(file => readFile(file, 'utf8')))
  const before = await read()
  const [one] = await runCliJson<Row[]>(['questions', notebook])
  await page.reload()
  await workspace.openQuestion(one?.text ?? '')
  await workspace.write('My answer comes along.')
  await workspace.run('Move this question…')
  const dialog = page.getByRole('dialog', { name: 'Move the question' })
  await dialog.getByLabel('List', { exact: true }).selectOption('Other questions')
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  const message = page.getByRole('status', { name: 'Message' })
  await expect(message).toContainText('Question moved to the other list')
  const moved = (await runCliJson<Row[]>(['questions', notebook])).at(-1)
  expect(moved).toMatchObject({ id: one?.id, text: one?.text })
  expect(moved?.notes).toHaveLength(1)
  await message.getByRole('button', { name: 'Undo' }).click()
  await expect(message).toContainText('The list is as it was.')
  expect(await read()).toEqual(before)
})
