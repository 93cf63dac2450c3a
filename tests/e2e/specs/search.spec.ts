import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

test('search finds questions as one types, by keyboard from first to last', async ({ workspace, page }) => {
  await page.keyboard.press('Control+K')
  await expect(workspace.search).toBeFocused()
  await page.keyboard.type('speculative deco')
  const hits = workspace.searchResults.getByRole('listitem')
  await expect(hits.first()).toContainText('small language model')
  await expect(hits.first().locator('mark').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(hits.nth(1).getByRole('button')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('small language model')
  await expect(workspace.searchResults).toBeHidden()
})

test('a note is found right after it was saved, in Chinese too', async ({ workspace, page }) => {
  await workspace.openQuestion('residual connections')
  await workspace.write('残差连接让梯度直接流过每一层。 zyzzyva')
  await workspace.search.fill('梯度直接')
  const hit = workspace.searchResults.getByRole('listitem').first()
  await expect(hit).toContainText('残差连接让梯度直接流过每一层')
  await expect(hit.locator('mark').first()).toHaveText('梯度直接')
  await workspace.search.fill('zyzz')
  await expect(workspace.searchResults.getByRole('listitem')).toHaveCount(1)
  await workspace.search.fill('qqqqq')
  await expect(page.getByText('Nothing found')).toBeVisible()
})

test('a few letters of a title lead to a question or note', async ({ workspace, page, notebook }) => {
  await writeFile(join(notebook, 'notes', 'Rotary embeddings.md'), 'Angles.\n')
  await expect(workspace.tree).toBeVisible()
  await page.keyboard.press('Control+O')
  const dialog = page.getByRole('dialog', { name: 'Go to question or note' })
  await dialog.getByRole('combobox').fill('emb rot')
  await expect(dialog.getByRole('option').first()).toContainText('Rotary embeddings')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveText('Angles.')
  await page.keyboard.press('Control+O')
  await dialog.getByRole('combobox').fill('zzz')
  await expect(dialog.getByText('No title has all of these words.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})
