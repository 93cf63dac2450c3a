import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { openNotebook } from '../open-notebook'

test('a second instance ends, and the window of the first comes forward', async ({ desktop }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())
  expect(await app.secondInstance()).toBe(0)
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.isMinimized())),
    )
    .toEqual([false])
  expect(app.windows()).toHaveLength(1)
})

test('two profiles are two apps', async ({ desktop, folder }) => {
  const one = await desktop.launch({ profile: join(folder, 'one') })
  const other = await desktop.launch({ profile: join(folder, 'other') })
  await one.firstWindow()
  await other.firstWindow()
  expect(one.process.exitCode).toBeNull()
})

test('the app ends when its last window is closed', async ({ desktop }) => {
  test.skip(process.platform === 'darwin', 'on macOS an app outlives its windows')
  const app = await desktop.launch()
  const page = await app.firstWindow()
  await expect(page.getByRole('button', { name: /Open a folder/ })).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  expect(await app.exited).toBe(0)
})

test('quitting waits until the backend is closed', async ({ desktop, notebook }) => {
  const app = await desktop.launch()
  await openNotebook(await app.firstWindow(), notebook)
  await app.evaluate(({ app: electronApp }) => {
    electronApp.on('will-quit', event => console.log(`will-quit held: ${event.defaultPrevented}`))
    electronApp.quit()
  })
  expect(await app.exited).toBe(0)
  expect(app.logs().match(/will-quit held: \w+/g)).toEqual(['will-quit held: true', 'will-quit held: false'])
})

test('an answer is on disk after quitting', async ({ desktop, notebook }) => {
  const app = await desktop.launch()
  const workspace = await openNotebook(await app.firstWindow(), notebook)
  await workspace.openQuestion('Why does word2vec need negative samples')
  await workspace.write('Saved before the end.')
  await app.close()
  const [note] = await readdir(join(notebook, 'notes'))
  expect(await readFile(join(notebook, 'notes', note!), 'utf8')).toContain('Saved before the end.')
})

test('a crash of the page is told to the app, which lives on', async ({ desktop }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const gone: string[] = []
    Object.assign(globalThis, { gone })
    electronApp.on('render-process-gone', (_event, _contents, { reason }) => gone.push(reason))
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer()
  })
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { gone: string[] }).gone))
    .toEqual([expect.stringMatching(/crashed|killed/)])
  expect(app.process.exitCode).toBeNull()
})
