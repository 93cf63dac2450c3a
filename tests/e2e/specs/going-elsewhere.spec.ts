import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

/** Lets all that the host says come so much later, once `by` is called. */
async function delayReplies(page: Page): Promise<(ms: number) => void> {
  let delayMs = 0
  await page.routeWebSocket(/.*/, socket => {
    const server = socket.connectToServer()
    server.onMessage(message => void sleep(delayMs).then(() => socket.send(message)))
  })
  return ms => (delayMs = ms)
}

test('what is typed after a key that leaves the note is in the note that comes', async ({
  workspace,
  page,
  notebook,
}) => {
  const folder = join(notebook, 'notes')
  const old = 'Old words\n\n[[Beside]]\n'
  await writeFile(join(folder, 'Old.md'), old)
  await writeFile(join(folder, 'Beside.md'), 'Beside\n')
  const delayBy = await delayReplies(page)
  await page.reload()
  await expect(workspace.tree).toBeVisible()
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  const contentOf = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByRole('treeitem', { name: 'Old' }).click()
  await note.getByText('Old words').click()
  delayBy(300)

  await page.keyboard.press('ControlOrMeta+Alt+N')
  await page.keyboard.type('# New one\nand more')
  await expect(note.getByRole('heading')).toHaveText('New one')
  await expect(note).toBeFocused()
  await expect(note.locator('p').first()).toHaveText('and more')

  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.type('back ')
  await expect(note).toContainText('back ')
  await expect(note).toContainText('Old')
  await expect.poll(() => contentOf('Old.md')).toMatch(/^Old words.*\n\n\[\[Beside\]\]\n$/)
  expect((await contentOf('Old.md')).replace(/back ?/, '')).toBe(old)

  await note
    .getByText('Beside')
    .first()
    .click({ modifiers: ['ControlOrMeta'] })
  await page.keyboard.type('typed ')
  await expect(note).toContainText('typed')
  await expect.poll(() => contentOf('Beside.md')).toContain('typed')
  expect((await contentOf('Old.md')).replace(/back ?/, '')).toBe(old)
})

test('keys after Enter in quick open and search are for what opens, and for the query when nothing does', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'notes', 'Gamma.md'), 'Gamma rays\n')
  const delayBy = await delayReplies(page)
  await page.reload()
  await expect(workspace.tree).toBeVisible()
  await workspace.openQuestion('What do the encoder and the decoder')
  delayBy(300)
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await page.keyboard.press('ControlOrMeta+O')
  const field = page.getByRole('dialog').getByRole('combobox')
  await expect(field).toBeFocused()
  await page.keyboard.type('gamma')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Typed ')
  await expect(note).toContainText('Typed')
  await expect(note).toBeFocused()

  await page.keyboard.press('ControlOrMeta+O')
  await expect(field).toBeFocused()
  await page.keyboard.type('nothing like')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' it')
  await expect(field).toHaveValue('nothing like it')
  await page.keyboard.press('Escape')

  await workspace.openQuestion('What do the encoder and the decoder')
  await workspace.search.click()
  await page.keyboard.type('rays')
  await page.keyboard.press('Enter')
  await page.keyboard.type('again ')
  await expect(note).toContainText('again')
  await expect(workspace.search).toHaveValue('rays')
})
