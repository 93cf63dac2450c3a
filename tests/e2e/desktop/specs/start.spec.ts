import { expect, test } from '../fixtures'

test('opens one window, on the start screen', async ({ desktop }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  await expect(page.getByRole('button', { name: /Open a folder/ })).toBeVisible()
  await expect(page).toHaveTitle(/Answerbook/)
  expect(app.windows()).toHaveLength(1)
  const url = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getURL(),
  )
  expect(url).toMatch(/^app:\/\/bundle\/(index\.html)?(#.*)?$/)
})

test('keeps all it writes below the profile', async ({ desktop, folder }) => {
  const app = await desktop.launch()
  await app.firstWindow()
  const userData = await app.evaluate(({ app: electronApp }) => electronApp.getPath('userData'))
  expect(userData).toBe(`${folder}/profile`)
})
