import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

test('highlights, subscripts and superscripts are typed or set by keys, and saved as Markdown', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion('Queries and keys play almost interchangeable parts')
  await workspace.answer.click()
  await page.keyboard.type('A ==bold word== of H')
  await page.keyboard.press('Control+,')
  await page.keyboard.type('2')
  await page.keyboard.press('Control+,')
  await page.keyboard.type('O and x')
  await page.keyboard.press('Control+.')
  await page.keyboard.type('n+1')
  await page.keyboard.press('Control+.')
  await page.keyboard.type(' is a == b; marked')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('marked')
  await page.keyboard.press('Control+Shift+H')
  await expect(workspace.answer.locator('mark')).toHaveText(['bold word', 'marked'])
  await expect(workspace.answer.locator('sub')).toHaveText('2')
  await expect(workspace.answer.locator('sup')).toHaveText('n+1')
  await workspace.waitUntilSaved()

  const [note = ''] = await readdir(join(notebook, 'notes'))
  expect(await readFile(join(notebook, 'notes', note), 'utf8')).toContain(
    'A ==bold word== of H<sub>2</sub>O and x<sup>n+1</sup> is a == b; ==marked==\n',
  )
  await page.reload()
  await expect(workspace.answer.locator('mark')).toHaveText(['bold word', 'marked'])
})
