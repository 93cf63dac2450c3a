import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { violationsOf } from '../axe'
import { expect, test } from '../fixtures'

test.beforeEach(async ({ notebook }) => {
  await mkdir(join(notebook, 'notes'), { recursive: true })
  const notes = {
    'answer.md': '---\nanswers: [llm-01-01]\n---\nSee [[llm-01-02]] and [[Topic]].\n',
    'Topic.md': '# Topic\n\nOf [[llm-02-01]].\n',
    'Zebra.md': '# Zebra\n\nNothing.\n',
  }
  for (const [name, text] of Object.entries(notes)) await writeFile(join(notebook, 'notes', name), text)
})

test('the graph has what is linked, as a drawing and as a list to be used by keyboard', async ({
  workspace,
  page,
}) => {
  await workspace.run('Graph of links')
  await expect(page.getByRole('img', { name: /^Drawing of 4 questions and notes and 3 links/ })).toBeVisible()
  const list = page.getByRole('listbox', { name: 'Questions and notes by their links' })
  await expect(list.getByRole('option')).toHaveCount(4)
  await page.getByRole('checkbox', { name: 'Only what is linked' }).uncheck()
  await expect(page.getByRole('region', { name: 'Graph' }).getByRole('status')).toHaveText(
    '202 shown · 3 links',
  )
  await page.getByLabel('Filter the graph').fill('zebra')
  await expect(list.getByRole('option')).toHaveCount(1)
  await page.getByLabel('Filter the graph').fill('')
  await page.getByLabel('What is shown').selectOption('Draft')
  await expect(list.getByRole('option')).toHaveCount(1)
  await page.getByLabel('What is shown').selectOption('Questions and notes')
  await list.focus()
  await page.keyboard.press('Home')
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What do the encoder and the decoder')
  await page.goBack()
  await expect(list).toBeVisible()
})

test('a node is opened by a click on it', async ({ workspace, page }) => {
  await workspace.run('Graph of links')
  await page.getByLabel('Filter the graph').fill('zebra')
  await page.getByRole('checkbox', { name: 'Only what is linked' }).uncheck()
  const drawing = page.locator('canvas[data-state=rest]')
  await drawing.click()
  await expect(
    page
      .getByRole('article', { name: 'Note' })
      .or(page.getByRole('textbox', { name: 'Note' }))
      .first(),
  ).toBeVisible()
})

test('a node stays under the pointer as the wheel zooms, and a view that was moved away comes back', async ({
  workspace,
  page,
}) => {
  await workspace.run('Graph of links')
  await page.getByRole('checkbox', { name: 'Only what is linked' }).uncheck()
  await page.getByLabel('Filter the graph').fill('zebra')
  const drawing = page.locator('canvas[data-state=rest]')
  const option = page.getByRole('option', { name: 'Zebra' })
  const pointAtMiddle = async (): Promise<void> => {
    await page.mouse.move(0, 0)
    await drawing.hover()
  }
  const isPointedAt = async (): Promise<void> => expect(option).toHaveAttribute('aria-selected', 'true')
  await pointAtMiddle()
  await isPointedAt()
  await page.mouse.wheel(0, -300)
  await pointAtMiddle()
  await isPointedAt()
  await drawing.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('+')
  await pointAtMiddle()
  await expect(option).toHaveAttribute('aria-selected', 'false')
  await page.keyboard.press('0')
  await pointAtMiddle()
  await isPointedAt()
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: 'Fit', exact: true }).click()
  await pointAtMiddle()
  await isPointedAt()
  await drawing.focus()
  await page.keyboard.press('ArrowLeft')
  await page.getByLabel('Filter the graph').fill('What is')
  await page.getByLabel('Filter the graph').fill('zebra')
  await pointAtMiddle()
  await isPointedAt()
})

test('no axe violation in the graph', async ({ workspace, page }) => {
  await workspace.run('Graph of links')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})

test('the graph is closed as it is opened, by its button and its shortcut', async ({ workspace, page }) => {
  await workspace.openQuestion('residual connections')
  const graph = page.getByRole('region', { name: 'Graph' })
  const button = page.getByRole('button', { name: 'Graph of links' })
  const question = page.getByRole('heading', { level: 1 })
  const text = await question.textContent()
  await button.click()
  await expect(graph).toBeVisible()
  await page.keyboard.press('Control+Alt+g')
  await expect(question).toHaveText(text ?? '')
  await page.keyboard.press('Control+Alt+g')
  await expect(graph).toBeVisible()
  await page.reload()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await button.click()
  await expect(question).toHaveText(text ?? '')
  await expect(button).toHaveAttribute('aria-pressed', 'false')
})
