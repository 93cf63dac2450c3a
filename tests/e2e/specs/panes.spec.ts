import { expect, test } from '../fixtures'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

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

test('shown twice as large, a window gives its room to the answer', async ({ workspace, page }) => {
  const context = page.getByRole('complementary', { name: 'Context' })
  const toggle = page.getByRole('button', { name: 'Show or hide the context pane' })
  await expect(context).toBeVisible()
  await page.setViewportSize({ width: 640, height: 400 })
  await workspace.openQuestion('residual connections')
  await expect(context).toBeHidden()
  await toggle.click()
  await expect(context).toBeVisible()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await toggle.click()
  expect((await workspace.answer.boundingBox())?.width).toBeGreaterThan(300)
  // Nothing of it is kept for the wide window.
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(context).toBeVisible()
})

test('a pane has its width again in a window that was narrow for a while', async ({ workspace, page }) => {
  const separator = page.getByRole('separator', { name: 'Width of the question pane' })
  const left = async () => (await separator.boundingBox())?.x
  await separator.focus()
  await page.keyboard.press('ArrowRight')
  const wide = (await left()) ?? 0
  expect(wide).toBeGreaterThan(340)
  await page.setViewportSize({ width: 800, height: 600 })
  await expect.poll(left).toBeCloseTo(267, -1)
  await workspace.run('Graph of links')
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(left).toBeCloseTo(wide, -1)
  await page.goBack()
  await expect(page.getByRole('complementary', { name: 'Context' })).toBeVisible()
  await expect.poll(left).toBeCloseTo(wide, -1)
})
