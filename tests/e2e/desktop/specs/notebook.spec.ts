import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WorkspacePage } from '../../pages/workspace-page'
import { expect, test } from '../fixtures'
import { openNotebook } from '../open-notebook'

test('opens a notebook, saves an answer to disk, and shows it again after a reload', async ({
  desktop,
  notebook,
}) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  const workspace = await openNotebook(page, notebook)
  await workspace.openQuestion('Why does word2vec need negative samples')
  await workspace.write('Typed in the desktop app.')
  const [note] = await readdir(join(notebook, 'notes'))
  expect(await readFile(join(notebook, 'notes', note!), 'utf8')).toContain('Typed in the desktop app.')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload())
  const again = new WorkspacePage(page)
  await expect(again.tree).toBeVisible()
  await again.openQuestion('Why does word2vec need negative samples')
  await expect(again.answer).toContainText('Typed in the desktop app.')
})

test('opens the same notebook again at the next start', async ({ desktop, notebook }) => {
  const first = await desktop.launch()
  await openNotebook(await first.firstWindow(), notebook)
  await first.close()
  const second = await desktop.launch()
  const page = await second.firstWindow()
  await expect(new WorkspacePage(page).tree.or(page.getByText(notebook)).first()).toBeVisible()
})

test('takes the folder of the native dialog for “Choose…”', async ({ desktop, folder }) => {
  const chosen = join(folder, 'chosen')
  await mkdir(chosen)
  const app = await desktop.launch()
  const page = await app.firstWindow()
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, chosen)
  await page.getByRole('button', { name: /Open a folder/ }).click()
  await page.getByRole('button', { name: 'Choose…' }).click()
  await expect(page.getByLabel('Folder', { exact: true })).toHaveValue(chosen)
})

test('leaves the folder as it is when the native dialog is canceled', async ({ desktop, folder }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] })
  })
  await page.getByRole('button', { name: /Open a folder/ }).click()
  await page.getByLabel('Folder', { exact: true }).fill(folder)
  await page.getByRole('button', { name: 'Choose…' }).click()
  await expect(page.getByLabel('Folder', { exact: true })).toHaveValue(folder)
})
