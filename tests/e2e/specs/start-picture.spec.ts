import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

const picture = '#start-picture'
const kept = (page: Page): Promise<string> =>
  page.evaluate(() => localStorage.getItem('answerbook.start-picture') ?? '')

/** Leaves the page and comes back with the page's code held; resolves to what lets it go on. */
async function comeBack(page: Page, address: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.goto('about:blank')
  await page.route('**/start-app*.js', async route => {
    await promise
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  return resolve
}

test.beforeEach(async ({ notebook, page, serve }) => {
  await writeFile(
    join(notebook, 'notes', 'a.md'),
    '---\nanswers: [llm-01-01]\n---\nNobody else reads this.\n',
  )
  const { url } = await serve(notebook)
  await page.goto(url)
  await expect(page.getByText('Nobody else reads this.')).toBeVisible()
})

test('a start shows the list as it was left, and a question pressed on it opens', async ({ page }) => {
  const { origin } = new URL(page.url())
  const goOn = await comeBack(page, origin)
  const row = page.locator(`${picture} [data-question=llm-01-03]`)
  await expect(row).toBeVisible()
  await expect(page.locator(picture)).not.toContainText('Nobody else reads this.')
  await expect(page.getByRole('treeitem')).toHaveCount(0)
  const box = await row.boundingBox()
  if (box === null) throw new Error('the row has no place')
  await page.mouse.click(box.x + 80, box.y + box.height / 2)
  await expect(row).toHaveAttribute('aria-selected', 'true')
  goOn()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Compare three designs')
  await expect(page.locator(picture)).toHaveCount(0)
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('Compare three designs')
})

test('the picture holds nothing of notes', async ({ page }) => {
  const { origin } = new URL(page.url())
  await page.goto('about:blank')
  await page.route('**/*.js', route => route.abort())
  await page.goto(origin)
  expect(await kept(page)).toContain('Foundations of large language models')
  expect(await kept(page)).not.toContain('Nobody else')
})

test('a picture of another notebook, or of another build, is not shown', async ({ page }) => {
  const { origin } = new URL(page.url())
  for (const change of [{ notebookPath: '/elsewhere' }, { sheets: [] }]) {
    await page.addInitScript(changed => {
      if (location.protocol === 'about:') return
      const text = localStorage.getItem('answerbook.start-picture')
      if (text === null) return
      localStorage.setItem(
        'answerbook.start-picture',
        JSON.stringify({ ...(JSON.parse(text) as object), ...changed }),
      )
    }, change)
    const answered = page
      .waitForEvent('websocket')
      .then(socket =>
        socket.waitForEvent('framereceived', ({ payload }) => String(payload).includes('"readOnly"')),
      )
    const goOn = await comeBack(page, origin)
    // By then the host has said which notebook is open, and two frames have been painted since.
    await answered
    await page.evaluate(
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
    )
    await expect(page.locator(picture)).toHaveCount(0)
    goOn()
    await expect(page.getByRole('treeitem').first()).toBeVisible()
  }
})
