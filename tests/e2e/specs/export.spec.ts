import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '../fixtures'

test('a part of the notebook is exported in the format that was chosen', async ({
  workspace,
  page,
  folder,
}) => {
  await workspace.run('Export notebook')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('What').selectOption({
    label: 'Section: 2 Tokens and embeddings (Interview questions on large language models)',
  })
  await dialog.getByLabel('As', { exact: true }).selectOption('Folder of Markdown files')
  const path = join(folder, 'vault')
  await dialog.getByLabel('Folder', { exact: true }).fill('not/whole')
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The folder does not exist')
  await dialog.getByLabel('Folder', { exact: true }).fill(path)
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(dialog.getByRole('status')).toContainText('Exported')
  await expect(dialog).toContainText('Every link and image in it was checked')
  expect(await readdir(path)).toHaveLength(3)
  expect(await readFile(join(path, 'README.md'), 'utf8')).toContain('2 Tokens and embeddings')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await workspace.run('Export notebook')
  await dialog.getByLabel('As', { exact: true }).selectOption('Folder of Markdown files')
  await dialog.getByLabel('Folder', { exact: true }).fill(path)
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(dialog.getByRole('alert')).toContainText('This folder is not empty')
})

test('a page opens from a file: its text is there, it asks for nothing and runs nothing', async ({
  workspace,
  page,
  folder,
  notebook,
}) => {
  await writeFile(
    join(notebook, 'notes', 'hostile.md'),
    '---\nanswers: [llm-01-01]\n---\n<script>alert(1)</script>\n\n![i](https://evil.example/i.png) $\\frac{a}{b}$ [x](javascript:alert(1))\n',
  )
  await workspace.run('Export notebook')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('As', { exact: true }).selectOption('One web page')
  const path = join(folder, 'out.html')
  await dialog.getByLabel('File', { exact: true }).fill(path)
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(dialog.getByRole('status')).toContainText('Exported 200 questions, 1 with an answer')
  const context = await page.context().browser()?.newContext()
  const exported = await context?.newPage()
  if (context === undefined || exported === undefined) throw new Error('no browser')
  const said: string[] = []
  exported.on('console', message => said.push(message.text()))
  exported.on('dialog', dialogOfPage => said.push(dialogOfPage.message()))
  exported.on('request', request => said.push(request.url()))
  const url = pathToFileURL(path).href
  await exported.goto(url)
  await expect(exported.getByText('<script>alert(1)</script>')).toBeVisible()
  await exported.getByRole('link', { name: / 14\.1 / }).click()
  await expect(exported.getByRole('heading', { name: /^14\.1 / })).toBeInViewport()
  expect(said.filter(text => !text.startsWith('data:'))).toEqual([url])
  await context.close()
})

test('a site finds words from a file', async ({ workspace, page, folder, notebook }) => {
  await writeFile(join(notebook, 'notes', 'Zebra.md'), '# Zebra\n\nStripes 条纹.\n')
  await workspace.run('Export notebook')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('As', { exact: true }).selectOption('Small website')
  const path = join(folder, 'site')
  await dialog.getByLabel('Folder', { exact: true }).fill(path)
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(dialog.getByRole('status')).toContainText('Exported')
  const context = await page.context().browser()?.newContext()
  const site = await context?.newPage()
  if (context === undefined || site === undefined) throw new Error('no browser')
  const said: string[] = []
  site.on('console', message => said.push(message.text()))
  await site.goto(pathToFileURL(join(path, 'index.html')).href)
  await site.getByRole('searchbox', { name: 'Search' }).fill('strip')
  await expect(site.getByRole('status')).toHaveText('1 page')
  await site.getByRole('search').getByRole('link', { name: 'Zebra' }).click()
  await expect(site.getByRole('heading', { name: 'Zebra' })).toBeVisible()
  expect(said).toEqual([])
  await context.close()
})

test('an export that is cancelled leaves nothing', async ({ workspace, page, folder, notebook }) => {
  const text = 'Words and $x$ of a note.\n\n'.repeat(400)
  for (let index = 0; index < 400; index += 1) await writeFile(join(notebook, 'notes', `n${index}.md`), text)
  await page.reload()
  await expect(workspace.tree).toBeVisible()
  await workspace.run('Export notebook')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('As', { exact: true }).selectOption('One web page')
  const out = join(folder, 'out')
  await mkdir(out)
  await dialog.getByLabel('File', { exact: true }).fill(join(out, 'out.html'))
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('alert')).toContainText('was cancelled')
  expect(await readdir(out)).toEqual([])
})

test('a folder has wiki links where they are wanted', async ({ workspace, page, folder, notebook }) => {
  await writeFile(join(notebook, 'notes', 'Zebra.md'), '# Zebra\n\nSee [it](Horse.md#the-mane).\n')
  await writeFile(join(notebook, 'notes', 'Horse.md'), '# Horse\n\n## The mane\n')
  await workspace.run('Export notebook')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('As', { exact: true }).selectOption('Folder of Markdown files')
  await dialog.getByRole('radio', { name: /^Wiki links/ }).check()
  const path = join(folder, 'vault')
  await dialog.getByLabel('Folder', { exact: true }).fill(path)
  await dialog.getByRole('button', { name: 'Export notebook' }).click()
  await expect(dialog).toContainText('Every link and image in it was checked')
  expect(await readFile(join(path, 'Other notes', 'Zebra.md'), 'utf8')).toContain('[[Horse#The mane|it]]')
})

test('an export says its own words in the window’s language', async ({ workspace, page, folder }) => {
  await workspace.run('Settings')
  await page.getByLabel('Language', { exact: true }).selectOption('简体中文')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: '导出' })
  const path = join(folder, 'out.md')
  await dialog.getByLabel('文件', { exact: true }).fill(path)
  await dialog.getByRole('button', { name: '导出笔记本' }).click()
  await expect(dialog.getByRole('status')).toBeVisible()
  expect(await readFile(path, 'utf8')).toContain('\n## 目录\n')
})
