import type { Page } from '@playwright/test'

/** Keys before these are not counted: the first ones warm the page up. */
const warmUpKeys = 10

/** Types with pauses, as people do; for each key, the milliseconds to the paint that shows it. */
export async function timeKeys(page: Page, keyCount: number): Promise<number[]> {
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // A message that is sent in a frame arrives after the frame is painted.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => taken.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  for (let index = 0; index < keyCount; index += 1) {
    await page.keyboard.press(index % 6 === 5 ? 'Space' : 'e')
    await new Promise(wait => setTimeout(wait, 40 + (index % 5) * 17))
  }
  const taken = await page.evaluate(() => (window as unknown as { taken: number[] }).taken)
  return taken.slice(warmUpKeys)
}

/** Puts the caret into a paragraph in the middle of the note that is open. */
export async function clickMiddle(page: Page): Promise<void> {
  const text = page.getByRole('textbox', { name: 'Answer' })
  await text.waitFor({ timeout: 60_000 })
  await page.waitForFunction(() => (document.querySelector('.note-text')?.children.length ?? 0) > 10)
  const paragraphs = text.locator('> p')
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2))
  await middle.scrollIntoViewIfNeeded()
  await middle.click()
  await page.keyboard.press('End')
}
