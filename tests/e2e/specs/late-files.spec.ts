import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** Pastes a picture, or HTML with it, into the text that has the focus. */
async function paste(page: Page, html?: string): Promise<void> {
  await page.evaluate(
    ([base64, markup]) => {
      const clipboardData = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64 ?? ''), character => character.charCodeAt(0))
      if (markup === undefined) clipboardData.items.add(new File([bytes], 'dot.png', { type: 'image/png' }))
      else clipboardData.setData('text/html', markup)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    [dot, html] as const,
  )
}

test('a picture goes into the note that it was pasted into, though another one is open by then', async ({
  workspace,
  page,
  notebook,
}) => {
  let delayMs = 0
  await page.routeWebSocket(/.*/, socket => {
    const server = socket.connectToServer()
    server.onMessage(message => void sleep(delayMs).then(() => socket.send(message)))
  })
  const path = join(notebook, 'notes', 'a.md')
  await writeFile(path, '---\nanswers: [llm-01-01]\n---\nMine\n\nNext\n')
  const body = async (): Promise<string> => (await readFile(path, 'utf8')).split('---\n')[2] ?? ''
  await page.reload()
  await workspace.openQuestion('What do the encoder and the decoder')
  await workspace.answer.getByText('Mine').click()
  await page.keyboard.press('End')
  await workspace.afterPaint()
  delayMs = 800
  await paste(page)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('What do the encoder')
  await expect.poll(body).toMatch(/^Mine!\[\]\(\.\.\/attachments\/[^)]+\.png\)\n\nNext\n$/)
  delayMs = 0
  await page.keyboard.press('Alt+ArrowUp')
  await expect(workspace.answer.getByRole('img')).toBeVisible()
  await page.keyboard.press('Control+z')
  await workspace.waitUntilSaved()
  expect(await body()).toBe('Mine\n\nNext\n')

  delayMs = 800
  await paste(page, `<p>Before <img src="data:image/png;base64,${dot}"> after</p>`)
  await page.keyboard.press('Alt+ArrowDown')
  await sleep(2000)
  delayMs = 0
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(body).toMatch(/Before !\[\]\(\.\.\/attachments\/[^)]+\.png\) after/)
})
