import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { WorkspacePage } from '../pages/workspace-page'
import { startServer } from '../../support/serve'

test('a folder that is no notebook is refused in words, and recent notebooks open again', async ({
  page,
  serve,
  folder,
  notebook,
}) => {
  const other = join(folder, 'just a folder')
  await mkdir(other)
  const { url } = await serve()
  await page.goto(url)
  await page.getByRole('button', { name: /Open a folder/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Open notebook' })
  await dialog.getByLabel('Folder', { exact: true }).fill(other)
  await dialog.getByRole('button', { name: 'Open' }).click()
  await expect(dialog.getByRole('alert')).toContainText('not a notebook')

  await dialog.getByLabel('Folder', { exact: true }).fill(folder)
  await dialog.getByRole('button', { name: /^notebook/ }).click()
  await dialog.getByRole('button', { name: 'Open' }).click()
  const workspace = new WorkspacePage(page)
  await expect(workspace.tree).toBeVisible()
  await workspace.run('Close notebook')
  // Until it is closed its own button has that name too.
  await expect(page.getByRole('heading', { name: 'Recent notebooks' })).toBeVisible()
  await page
    .getByRole('button', { name: /LLM interviews/ })
    .first()
    .click()
  await expect(workspace.tree).toBeVisible()
  expect(notebook).toContain('notebook')
})

test('a notebook of a newer format opens for reading and says so', async ({ page, serve, notebook }) => {
  const manifest = join(notebook, 'answerbook.json')
  const newer = (await readFile(manifest, 'utf8')).replace('"format": 1', '"format": 2')
  await writeFile(manifest, newer)
  const { url } = await serve(notebook)
  await page.goto(url)
  const workspace = new WorkspacePage(page)
  await expect(page.getByText('written by a newer Answerbook')).toBeVisible()
  await expect(workspace.answer).toHaveAttribute('contenteditable', 'false')
  expect(await readFile(manifest, 'utf8')).toBe(newer)
})

test('without the token the page says how to get in', async ({ page, serve, notebook, offences }) => {
  const { url } = await serve(notebook)
  await page.goto(url.replace(/#.*/, ''))
  await expect(page.getByRole('heading', { name: 'This page is locked' })).toBeVisible()
  await page.goto(`${url.slice(0, -4)}AAAA`)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This page is locked' })).toBeVisible()
  expect(offences).toEqual([])
})

test('two pages on one notebook see the same', async ({ workspace, page, context }) => {
  await workspace.openQuestion('Why does word2vec need negative samples')
  const second = new WorkspacePage(await context.newPage())
  await second.page.goto(page.url())
  await expect(second.answer).toBeVisible()
  await workspace.write('written in the first page')
  await expect(second.answer).toHaveText('written in the first page')
})

test('the theme is chosen and stays', async ({ workspace, page }) => {
  await workspace.run('Dark theme')
  await expect(page.locator('html')).toHaveClass(/dark/)
  await page.reload()
  await expect(page.locator('html')).toHaveClass(/dark/)
  await expect(workspace.tree).toBeVisible()
  await workspace.run('Light theme')
  await expect(page.locator('html')).not.toHaveClass(/dark/)
})

test('a notebook without questions says what can be done, in every place', async ({
  page,
  serve,
  notebook,
}) => {
  await rm(join(notebook, 'questions', 'llm.md'))
  const { url } = await serve(notebook)
  await page.goto(url)
  await expect(page.getByText('No question list yet')).toBeVisible()
  for (const name of ['Today', 'Review', 'Mock interview', 'Progress']) {
    await page.evaluate(() => (window.location.hash = '#/study/today'))
    await page.getByRole('navigation').getByRole('button', { name }).click()
    await expect(page.getByText('Nothing to study yet')).toBeVisible()
  }
  await page.evaluate(() => (window.location.hash = '#/question/llm-01-01'))
  await expect(page.getByText('This question is not in the notebook')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'New note' }).click()
  await page.keyboard.type('Written without a question')
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved')
  await page.evaluate(() => (window.location.hash = ''))
  await page.evaluate(() => (window.location.hash = '#/question/llm-01-01'))
  await page.getByRole('main').getByRole('button', { name: 'Import questions…' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('text typed while the host is gone is saved when it has been started anew', async ({
  page,
  folder,
  notebook,
}) => {
  const settingsFolder = join(folder, 'settings')
  await mkdir(settingsFolder)
  const first = await startServer({ folder: notebook, settingsFolder, keepsPort: true })
  await page.goto(first.url)
  const workspace = new WorkspacePage(page)
  await workspace.openQuestion('Why does word2vec need negative samples')
  await workspace.write('Because the softmax is dear.')
  await first.stop()
  await workspace.type(' And noise is cheap.')
  await expect(workspace.saveState).toContainText('Not saved')
  // Without a notebook, as it may be started.
  const second = await startServer({ settingsFolder, keepsPort: true })
  try {
    expect(new URL(second.url).port).toBe(new URL(first.url).port)
    await expect(workspace.saveState).toHaveText('Saved', { timeout: 20_000 })
    const [name = ''] = await readdir(join(notebook, 'notes'))
    const text = await readFile(join(notebook, 'notes', name), 'utf8')
    expect(text).toContain('Because the softmax is dear. And noise is cheap.')
    await expect(page.getByText('Connecting again')).toBeHidden()
  } finally {
    await second.stop()
  }
})

for (const tab of ['Questions', 'Notes'])
  test(`the sample opens on its note "Start here" while ${tab} are listed`, async ({
    page,
    folder,
    workspace,
  }) => {
    await page.getByRole('tab', { name: tab }).click()
    await workspace.run('New notebook…')
    const dialog = page.getByRole('dialog', { name: 'New notebook' })
    await dialog.getByLabel('Title').fill('Sample')
    await dialog.getByLabel('Where').fill(folder)
    await dialog.getByText('Six questions, three notes').click()
    await dialog.getByRole('button', { name: 'Make notebook' }).click()
    await expect(page.getByRole('main')).toContainText('This is a free note')
    await expect(page).toHaveURL(/Start%20here\.md$/)
  })
