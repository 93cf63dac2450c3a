import { expect, test } from '../fixtures'

test('opens one window, on the start screen', async ({ desktop }) => {
  const app = await desktop.launch()
  const page = await app.firstWindow()
  await expect(page.getByRole('button', { name: /Open a folder/ })).toBeVisible()
  await expect(page).toHaveTitle(/Answerbook/)
  expect(app.windows()).toHaveLength(1)
})
