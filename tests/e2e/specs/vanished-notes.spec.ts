import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const question = 'What do the encoder and the decoder'

test.beforeEach(async ({ notebook }) => {
  await mkdir(join(notebook, 'notes'), { recursive: true })
  await writeFile(join(notebook, 'notes', 'answer.md'), '---\nanswers: [llm-01-01]\n---\nfirst\n')
  for (let number = 1; number < 8; number += 1)
    await writeFile(join(notebook, 'notes', `note ${number}.md`), `# Note ${number}\n`)
})

test('many notes that vanish at once stop all writing until they are back, and no typed word is lost', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion(question)
  await expect(workspace.answer).toHaveText('first')
  await rename(join(notebook, 'notes'), join(notebook, 'away'))
  const banner = page.getByRole('alert').filter({ hasText: '8 notes are suddenly missing' })
  await expect(banner).toBeVisible()
  await workspace.type(' and unsaved')
  await expect(workspace.saveState).toHaveText(/^Not saved: /)
  await banner.getByText('Which notes').click()
  await expect(banner.getByRole('listitem')).toHaveCount(8)
  await banner.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('8 notes are still missing.')).toBeVisible()
  await rename(join(notebook, 'away'), join(notebook, 'notes'))
  // The app may see by itself that they are back before the button is reached.
  await banner
    .getByRole('button', { name: 'Look again' })
    .click({ timeout: 3000 })
    .catch(() => undefined)
  await expect(banner).toBeHidden()
  await workspace.waitUntilSaved()
  expect(await readFile(join(notebook, 'notes', 'answer.md'), 'utf8')).toContain('first and unsaved')
})

test('notes that were deleted go once the user says so; one with unsaved text can be put back', async ({
  workspace,
  page,
  notebook,
}) => {
  await page.evaluate(() => {
    location.hash = '#/note/notes%2Fanswer.md'
  })
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note).toHaveText('first')
  await rm(join(notebook, 'notes'), { recursive: true })
  await expect(page.getByRole('button', { name: 'They were deleted: go on' })).toBeVisible()
  await note.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' and unsaved')
  await page.getByRole('button', { name: 'They were deleted: go on' }).click()
  await expect(page.getByText('suddenly missing')).toBeHidden()
  await page.getByRole('button', { name: 'Put it back' }).click()
  await workspace.waitUntilSaved()
  await expect(note).toHaveText('first and unsaved')
  expect(await readFile(join(notebook, 'notes', 'answer.md'), 'utf8')).toContain('first and unsaved')
})

test('an answer that another program deletes stays in sight until it was put back or left', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion(question)
  await expect(workspace.answer).toHaveText('first')
  await rm(join(notebook, 'notes', 'answer.md'))
  await page.getByRole('button', { name: 'Put it back' }).click()
  await workspace.waitUntilSaved()
  expect(await readFile(join(notebook, 'notes', 'answer.md'), 'utf8')).toContain('first')
  await expect(workspace.answer).toHaveText('first')
})
