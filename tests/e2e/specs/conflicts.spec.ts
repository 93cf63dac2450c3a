import { inflateSync } from 'node:zlib'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const question = 'What do the encoder and the decoder'
const text = (...paragraphs: string[]): string =>
  `---\nanswers: [llm-01-01]\n---\n${paragraphs.join('\n\n')}\n`

test.beforeEach(async ({ notebook }) => {
  await mkdir(join(notebook, 'notes'), { recursive: true })
  await writeFile(join(notebook, 'notes', 'a.md'), text('first', 'second', 'third'))
})

/** What the history keeps of all notes. */
async function keptTexts(notebook: string): Promise<string[]> {
  const folder = join(notebook, '.answerbook', 'history')
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.z'))
  return Promise.all(names.map(async name => inflateSync(await readFile(join(folder, name))).toString()))
}

test('edits of two programs in different places are merged, and the caret stays', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'a.md')
  await workspace.openQuestion(question)
  await workspace.answer.getByText('second').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' mine')
  await writeFile(path, text('new', 'first, theirs', 'second', 'third, theirs'))
  await expect(page.getByText('its changes and yours are both in it')).toBeVisible()
  await page.keyboard.type(' too')
  await workspace.waitUntilSaved()
  expect(await readFile(path, 'utf8')).toBe(text('new', 'first, theirs', 'second mine too', 'third, theirs'))
  await expect(workspace.answer.locator('p')).toHaveText([
    'new',
    'first, theirs',
    'second mine too',
    'third, theirs',
  ])
})

test('a conflict is resolved side by side by keyboard, and what is left out is in the history', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'a.md')
  await workspace.openQuestion(question)
  await workspace.answer.getByText('second').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' mine')
  await writeFile(path, text('first', 'second theirs', 'third theirs'))
  await expect(workspace.saveState).toHaveText('Conflict')
  await page.getByRole('button', { name: 'Compare…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Two versions of “a”' })
  await expect(dialog.getByRole('group')).toHaveCount(2)
  const use = dialog.getByRole('button', { name: 'Use merged' })
  await expect(use).toBeDisabled()
  const first = dialog.getByRole('group', { name: 'Difference 1 of 2' })
  await expect(first.getByRole('radio', { name: 'Left' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(first.getByRole('radio', { name: 'Both' })).toBeChecked()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(
    dialog.getByRole('group', { name: 'Difference 2 of 2' }).getByRole('radio', { name: 'Right' }),
  ).toBeFocused()
  await expect(
    dialog.getByRole('group', { name: 'Difference 2 of 2' }).getByRole('radio', { name: 'Right' }),
  ).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(workspace.saveState).toHaveText('Saved')
  expect(await readFile(path, 'utf8')).toBe(text('first', 'second mine\nsecond theirs', 'third theirs'))
  expect(await keptTexts(notebook)).toContain(text('first', 'second mine', 'third'))
})

test('a conflict copy of a sync program is no second answer, and is merged into its note', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'a.md')
  await writeFile(
    join(notebook, 'notes', 'a.sync-conflict-20240101-120000-ABCDEFG.md'),
    text('first', 'second, elsewhere', 'third', 'fourth'),
  )
  await workspace.openQuestion(question)
  await expect(page.getByRole('tablist', { name: 'Answers' })).toBeHidden()
  await expect(page.getByText('A sync program has put another version of this note')).toBeVisible()
  await page.getByRole('button', { name: 'Compare…' }).click()
  await page.getByRole('group', { name: 'Difference 1 of 2' }).getByRole('radio', { name: 'Right' }).check()
  await page.getByRole('button', { name: 'Use merged' }).click()
  await expect(workspace.answer.locator('p')).toHaveText(['first', 'second, elsewhere', 'third', 'fourth'])
  await expect(page.getByRole('button', { name: 'Compare…' })).toBeHidden()
  expect(await readFile(path, 'utf8')).toBe(text('first', 'second, elsewhere', 'third', 'fourth'))
  expect(await readdir(join(notebook, 'notes'))).toEqual(['a.md'])
})

test('two versions between the markers of git are made one', async ({ workspace, page, notebook }) => {
  const path = join(notebook, 'notes', 'a.md')
  await writeFile(path, text('first', '<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> other', 'third'))
  // The line of equals signs makes a heading of what stands before it, so that there are two.
  await page.evaluate(() => {
    location.hash = '#/question/llm-01-01'
  })
  await page.getByRole('button', { name: 'Compare…' }).click()
  await page.getByRole('radio', { name: 'Both' }).check()
  await page.getByRole('button', { name: 'Use merged' }).click()
  await expect(page.getByRole('button', { name: 'Compare…' })).toBeHidden()
  await expect(workspace.answer).toContainText('theirs')
  expect(await readFile(path, 'utf8')).toBe(text('first', 'mine\ntheirs', 'third'))
})
