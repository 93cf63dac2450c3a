import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { violationsOf } from '../axe'
import { expect, test } from '../fixtures'
import { WorkspacePage } from '../pages/workspace-page'

test('the interface speaks Chinese at once, and after a reload', async ({ workspace, page }) => {
  await workspace.run('Settings')
  await page.getByLabel('Language', { exact: true }).selectOption('简体中文')
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('tree', { name: '题目' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await page.getByRole('treeitem').nth(1).click()
  await page.getByRole('textbox', { name: '答案', exact: true }).fill('一个答案')
  await expect(page.getByRole('status', { name: '保存状态' })).toHaveText('已保存')
  await expect(page.getByRole('button', { name: '状态：草稿' })).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})

test('a browser that prefers Chinese gets it', async ({ browser, serve, notebook }) => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto((await serve(notebook)).url)
  await expect(page.getByRole('tree', { name: '题目' })).toBeVisible()
  await context.close()
})

test('a shortcut is changed by pressing it, kept, and refused with a reason', async ({ workspace, page }) => {
  await workspace.run('Settings')
  const next = (keys: string) => page.getByRole('button', { name: `Next question: ${keys}. Change` })
  await next('Alt+Down').click()
  await page.keyboard.press('x')
  await expect(page.getByText('X alone would be typed into your text.')).toBeVisible()
  await next('Alt+Down').click()
  await page.keyboard.press('Control+b')
  await expect(page.getByText('Ctrl+B is for “Bold” while you write.')).toBeVisible()
  await next('Alt+Down').click()
  await page.keyboard.press('Control+c')
  await expect(page.getByText('Ctrl+C is for “Copy” while you write.')).toBeVisible()
  await next('Alt+Down').click()
  await page.keyboard.press('Control+t')
  await expect(page.getByText('The browser keeps Ctrl+T for itself.')).toBeVisible()
  await next('Alt+Down').click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByText('Alt+Up is for “Previous question”.')).toBeVisible()
  await page.getByRole('button', { name: 'Use it here' }).click()
  await expect(page.getByRole('button', { name: 'Previous question: None. Change' })).toBeVisible()
  await next('Alt+Up').click()
  await page.keyboard.press('Alt+j')
  await expect(next('Alt+J')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(workspace.tree).toBeVisible()
  await workspace.openQuestion('What do the encoder and the decoder')
  await page.keyboard.press('Alt+j')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Set the GPT architecture')
  await workspace.run('Settings')
  await page.getByRole('button', { name: 'Reset all', exact: true }).click()
  await expect(next('Alt+Down')).toBeVisible()
})

test('more contrast and compact spacing are kept', async ({ workspace, page }) => {
  const row = page.getByRole('treeitem').nth(1)
  const before = (await row.boundingBox())?.height
  await workspace.run('Settings')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Compact' }).click()
  await expect(page.locator('html')).toHaveClass(/more-contrast/)
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.locator('html')).toHaveClass(/compact/)
  expect((await row.boundingBox())?.height).toBeLessThan(before ?? 0)
})

test('no axe violation in settings and help with more contrast', async ({ workspace, page }) => {
  for (const name of ['Settings', 'How to', 'Keyboard', 'What is new']) {
    if (name === 'Settings') await workspace.run(name)
    else {
      if (name === 'How to') {
        await page.getByRole('button', { name: 'More', exact: true }).click()
        await page.keyboard.press('Escape')
        await page.keyboard.press('F1')
      }
      await page.getByRole('tab', { name, exact: true }).click()
    }
    expect(await violationsOf(page), name).toEqual([])
  }
  await page.keyboard.press('Escape')
  expect(await violationsOf(page), 'workspace').toEqual([])
})

test('the sheet of keys shows what is set, and What is new comes from the changelog', async ({
  workspace,
  page,
}) => {
  await workspace.run('All keyboard shortcuts')
  const line = page.getByRole('region', { name: 'Questions' }).getByText('Next question').locator('..')
  await expect(line.locator('kbd').first()).toHaveText('Alt+Down')
  await page.getByRole('tab', { name: 'What is new' }).click()
  await expect(page.getByRole('region', { name: '0.1.0' })).toContainText('mock interviews')
})

test('the first steps lead to the first answer, once', async ({ page, serve, notebook }) => {
  await page.goto((await serve(notebook)).url)
  const workspace = new WorkspacePage(page)
  await expect(workspace.tree).toBeVisible()
  const card = page.getByRole('region', { name: 'Your first answer' })
  await expect(card.getByRole('listitem')).toHaveCount(3)
  await expect(workspace.answer).toBeVisible()
  await expect(card.getByRole('listitem').first()).not.toContainText('(done)')
  await workspace.openQuestion('What do the encoder and the decoder')
  await expect(card.getByRole('listitem').first()).toContainText('(done)')
  await workspace.write('The encoder reads, the decoder writes.')
  await expect(card.getByRole('listitem').nth(1)).toContainText('(done)')
  await expect(card.getByRole('listitem').nth(2)).toContainText('Ctrl+Shift+Enter')
  await page.keyboard.press('Control+Shift+Enter')
  const [file] = await readdir(join(notebook, 'notes'))
  await expect(card.getByRole('status')).toContainText(`notes/${file ?? ''}`)
  expect(await violationsOf(page)).toEqual([])
  await card.getByRole('button', { name: 'Hide' }).click()
  await expect(card).toHaveCount(0)
  await page.reload()
  await expect(workspace.tree).toBeVisible()
  await expect(card).toHaveCount(0)
})

test('no shortcut stands for two things', async ({ workspace, page }) => {
  await workspace.run('All keyboard shortcuts')
  await expect(page.getByRole('region').first()).toBeVisible()
  const typed = page.getByRole('region', { name: /^(Typed|In lists|In a review|In a mock|While a mock)/ })
  const all = await page.getByRole('region').locator('kbd').allTextContents()
  const others = await typed.locator('kbd').allTextContents()
  const shortcuts = all.slice(0, all.length - others.length)
  expect(shortcuts.length).toBeGreaterThan(30)
  expect(shortcuts.filter((keys, index) => shortcuts.indexOf(keys) !== index)).toEqual([])
})

test('the palette finds by letters, and shows first what was done last', async ({ workspace, page }) => {
  await workspace.run('Graph of links')
  await page.keyboard.press('Control+Shift+P')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([
    /Graph of links/,
  ])
  await page.keyboard.type('grphlnks')
  await expect(palette.getByRole('option').first()).toContainText('Graph of links')
})

test('a phrase without its closing mark is explained when it finds nothing', async ({ workspace, page }) => {
  await workspace.search.fill('"encoder of the zebra')
  await expect(page.getByText('has no closing quotation mark yet')).toBeVisible()
})
