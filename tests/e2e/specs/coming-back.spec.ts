import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const encoder = 'What do the encoder and the decoder'
const other = 'residual connections'

async function textsIn(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => [])
  return (await Promise.all(names.map(name => readFile(join(folder, name), 'utf8').catch(() => '')))).join()
}

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

test('the caret is where it was used last, and a draft that became a note meanwhile can be undone', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'answer.md')
  await writeFile(path, '---\nanswers: [llm-01-01]\n---\nOne.\n\nTwo.\n')
  await workspace.openQuestion(encoder)
  await page.keyboard.press('Control+Alt+d')
  const source = page.getByRole('textbox', { name: 'Answer (Markdown)' })
  await source.click()
  await page.keyboard.press('Control+Home')
  const text = page.getByRole('textbox', { name: 'Answer', exact: true })
  await text.getByText('Two.').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+Alt+d')
  await page.keyboard.type(' more')
  await workspace.waitUntilSaved()
  expect(await readFile(path, 'utf8')).toContain('One.\n\nTwo. more\n')

  await page.keyboard.press('Control+Alt+s')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByText('1.2', { exact: true })).toBeVisible()
  expect(await readFile(path, 'utf8')).toContain('One.\n\nTwo. more\n')
  await page.keyboard.press('Control+Alt+s')

  await page.keyboard.type('Draft')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByText('1.3', { exact: true })).toBeVisible()
  await expect
    .poll(() => readdir(join(notebook, 'notes')))
    .toContainEqual(expect.stringMatching(/^llm-01-02 /))
  await page.keyboard.press('Alt+ArrowUp')
  await expect(workspace.answer).toHaveText('Draft')
  await page.keyboard.type('ed')
  await expect(workspace.answer).toHaveText('Drafted')

  // So is the focus, after another page, a dialog, and the button of a message.
  await page.keyboard.press('Control+Alt+g')
  await expect(workspace.answer).toBeHidden()
  await page.goBack()
  await expect(workspace.answer).toBeFocused()
  await page.getByRole('button', { name: 'Answer actions' }).click()
  await page.getByRole('menuitem', { name: 'Unlink from this question' }).click()
  await workspace.message.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(workspace.answer).toHaveText('Drafted')
  await page.getByRole('button', { name: 'Answer actions' }).click()
  await page.getByRole('menuitem', { name: /^Rename/ }).click()
  await page.getByRole('dialog').press('Escape')
  await expect(workspace.answer).toBeFocused()

  // An answer that another program takes away stays, also while it is written on.
  await workspace.openQuestion(encoder)
  await rm(path)
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeVisible()
  await workspace.type('!')
  await expect.poll(() => textsIn(join(notebook, '.answerbook', 'journal'))).toContain('Two. more!')
  await expect(workspace.answer).toContainText('Two. more!')
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect
    .poll(() => readFile(path, 'utf8').catch(() => ''))
    .toContain('answers: [llm-01-01]\n---\nOne.\n\nTwo. more!\n')
})
