import { expect, test } from '../fixtures'

test('panes are resized and hidden, and stay so', async ({ workspace, page }) => {
  const separator = page.getByRole('separator', { name: 'Width of the question pane' })
  const box = (await separator.boundingBox())!
  await page.mouse.move(box.x, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x + 90, box.y + 200, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => (await separator.boundingBox())?.x).toBeCloseTo(box.x + 90, -1)
  await page.getByRole('button', { name: 'Show or hide the context pane' }).click()
  await expect(page.getByRole('complementary', { name: 'Context' })).toBeHidden()
  await page.reload()
  await expect(workspace.tree).toBeVisible()
  await expect.poll(async () => (await separator.boundingBox())?.x).toBeCloseTo(box.x + 90, -1)
  await expect(page.getByRole('complementary', { name: 'Context' })).toBeHidden()
  await workspace.run('Show or hide the question pane')
  await expect(workspace.tree).toBeHidden()
  await workspace.run('Show or hide the question pane')
  await expect(workspace.tree).toBeVisible()
})

test('at 800 by 600 everything can be reached', async ({ workspace, page }) => {
  await page.setViewportSize({ width: 800, height: 600 })
  await workspace.openQuestion('residual connections')
  await workspace.write('Short.')
  await expect(page.getByRole('button', { name: 'Answer actions' })).toBeInViewport()
  await expect(workspace.search).toBeInViewport()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBe(0)
})
