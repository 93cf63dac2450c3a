import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const encoder = 'What do the encoder and the decoder'
const other = 'residual connections'

test('a note that was left is as it was, with what can be undone, and undo stays in the note', async ({
  workspace,
  page,
  notebook,
}) => {
  const filler = 'Words that fill the page.\n\n'.repeat(60)
  const front = '---\nanswers: [llm-01-01]\n---\n'
  const path = join(notebook, 'notes', 'answer.md')
  await writeFile(path, `${front}First.\n\n${filler}Last.\n`)
  const body = async () => (await readFile(path, 'utf8')).slice(front.length)
  await workspace.openQuestion(encoder)
  await expect(workspace.answer).toContainText('Last.')
  await workspace.type(' Added')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await workspace.afterPaint()
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('search', { name: 'Find in this note' }).getByText('1 of 1')).toBeVisible()
  await workspace.waitUntilSaved()

  await workspace.openQuestion(other)
  await expect(workspace.answer).toBeEmpty()
  await expect(page.getByRole('search', { name: 'Find in this note' })).toBeHidden()
  await expect(page.getByRole('toolbar', { name: 'Format the selection' })).toBeHidden()
  await workspace.write('Elsewhere.')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(workspace.answer).toBeEmpty()

  await page.evaluate(() => (window.location.hash = '#/graph'))
  await expect(workspace.answer).toBeHidden()
  await workspace.openQuestion(encoder)
  await expect(workspace.answer.getByText('Last. Added')).toBeInViewport()
  expect(await workspace.answer.locator('.find-match').count()).toBe(0)
  await page.keyboard.press('Control+Alt+s')
  await page.keyboard.press('Control+Alt+s')
  await expect(workspace.answer).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(body).toBe(`First.\n\n${filler}Last.\n`)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+y')
  await expect.poll(body).toBe(`First.\n\n${filler}Last. Added\n`)

  // What was done to another text is not to be undone in this one.
  await workspace.openQuestion(other)
  await writeFile(path, `${front}Other text.\n`)
  await workspace.openQuestion(encoder)
  await expect(workspace.answer).toContainText('Other text.')
  await workspace.answer.click()
  await page.keyboard.press('Control+z')
  await workspace.write(' More')
  expect(await body()).toBe('Other text. More\n')
})
