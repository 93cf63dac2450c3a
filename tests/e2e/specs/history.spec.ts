import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const question = 'What do the encoder and the decoder'
const front = '---\nanswers: [llm-01-01]\n---\n'

test('a version is compared with the note, restored and taken back, by keyboard from first to last', async ({
  workspace,
  page,
  notebook,
}) => {
  const file = join(notebook, 'notes', 'own.md')
  await writeFile(file, `${front}The encoder reads.\n\nKept line.\n`)
  await workspace.openQuestion(question)
  const history = page.getByRole('navigation', { name: 'History' })
  await expect(history).toContainText('Earlier versions appear here')
  await workspace.write(' And the decoder writes.')
  await expect(history.getByRole('button')).toHaveText(/Today.*At the start of this session/)

  await page.keyboard.type(' Not saved yet')
  await page.keyboard.press('Control+Alt+h')
  const dialog = page.getByRole('dialog', { name: 'History' })
  const versions = dialog.getByRole('listbox', { name: 'Versions' })
  await expect(versions).toBeFocused()
  await expect(versions.getByRole('option')).toHaveCount(1)
  await expect(dialog.getByRole('deletion')).toHaveText('−Kept line.')
  await expect(dialog.getByRole('insertion')).toContainText(
    'Kept line. And the decoder writes. Not saved yet',
  )
  // From the list to the comparison, to what it folds, to the buttons.
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: 'Restore this version' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(workspace.answer).toHaveText('The encoder reads.Kept line.')
  expect(await readFile(file, 'utf8')).toBe(`${front}The encoder reads.\n\nKept line.\n`)

  await expect(history.getByRole('button')).toHaveCount(2)
  await workspace.run('History of this note')
  await expect(versions.getByRole('option')).toHaveText([
    /Before a version was restored/,
    /At the start of this session/,
  ])
  await expect(dialog.getByRole('insertion')).toHaveText('+Kept line.')
  await versions.press('ArrowDown')
  await expect(dialog).toContainText('The note holds just this text.')
  await versions.press('Home')
  await dialog.getByRole('button', { name: 'Restore this version' }).click()
  await expect(workspace.answer).toContainText('writes. Not saved yet')
  await page.keyboard.press('Control+Alt+h')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(workspace.answer).toBeFocused()
})

test('a damaged version is said to be so, and is not shown or restored', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'notes', 'own.md'), `${front}Secret of old.\n`)
  await workspace.openQuestion(question)
  await workspace.write(' More.')
  const history = page.getByRole('navigation', { name: 'History' })
  await expect(history.getByRole('button')).toHaveCount(1)
  const folder = join(notebook, '.answerbook', 'history')
  const [object = ''] = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.z'))
  await writeFile(join(folder, object), 'no such thing')
  await history.getByRole('button').click()
  const dialog = page.getByRole('dialog', { name: 'History' })
  await expect(dialog.getByRole('alert')).toContainText('This version can not be shown.')
  await expect(dialog.getByRole('button', { name: 'Restore this version' })).toBeDisabled()
})
