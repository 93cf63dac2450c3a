import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import type { WorkspacePage } from '../pages/workspace-page'

const encoder = 'What do the encoder and the decoder'
const front = '---\nanswers: [llm-01-01]\n---\n'

async function openCallout(
  workspace: WorkspacePage,
  notebook: string,
  body: string,
): Promise<() => Promise<string>> {
  const path = join(notebook, 'notes', 'answer.md')
  await writeFile(path, front + body)
  await workspace.openQuestion(encoder)
  await expect(workspace.answer).not.toBeEmpty()
  return async () => {
    await workspace.waitUntilSaved()
    return (await readFile(path, 'utf8')).slice(front.length)
  }
}

test('the type is chosen from the icon, by mouse and by keyboard', async ({ workspace, page, notebook }) => {
  const saved = await openCallout(workspace, notebook, 'Before\n\n> [!note] Heads\n> attend\n')
  await page.getByRole('button', { name: 'Note: change the type' }).click()
  await page.getByRole('menuitemradio', { name: 'Warning' }).click()
  expect(await saved()).toBe('Before\n\n> [!warning] Heads\n> attend\n')
  await page.getByRole('button', { name: 'Warning: change the type' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'Note', exact: true })).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  expect(await saved()).toBe('Before\n\n> Heads\n> attend\n')
})

test('folding shows and hides what a callout says and writes nothing', async ({
  workspace,
  page,
  notebook,
}) => {
  const body = '> [!tip]- Title\n> first\n>\n> second\n'
  const saved = await openCallout(workspace, notebook, `Before\n\n${body}`)
  const fold = page.getByRole('button', { name: 'Tip: show what it says' })
  const second = workspace.answer.getByText('second')
  await expect(second).toBeHidden()
  await fold.click()
  await expect(second).toBeVisible()
  await fold.focus()
  await page.keyboard.press('Enter')
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await expect(fold).toBeFocused()
  await expect(workspace.answer.getByText('first')).toBeHidden()
  expect(await saved()).toBe(`Before\n\n${body}`)
})

test('the title is written in its line, where the marker shows; the name stands in for none', async ({
  workspace,
  page,
  notebook,
}) => {
  const saved = await openCallout(workspace, notebook, 'Before\n\n> [!danger]\n> Body\n')
  const marker = workspace.answer.getByText('[!danger]')
  await expect(workspace.answer.getByText('Danger', { exact: true })).toBeVisible()
  await expect(marker).toBeHidden()
  await workspace.answer.getByText('Danger', { exact: true }).click()
  await page.keyboard.press('End')
  await expect(marker).toBeVisible()
  await page.keyboard.type(' Mind the gap')
  await page.keyboard.press('ArrowDown')
  await expect(marker).toBeHidden()
  expect(await saved()).toBe('Before\n\n> [!danger] Mind the gap\n> Body\n')
})

test('a type that nobody knows is shown by its name', async ({ workspace, notebook }) => {
  await openCallout(workspace, notebook, 'Before\n\n> [!my-own] Title\n> Body\n')
  await expect(workspace.answer.getByRole('blockquote')).toHaveText(/My-own.*Title/)
})

test('typing leaves the marker alone, and three clicks select the title or what follows it', async ({
  workspace,
  page,
  notebook,
}) => {
  const saved = await openCallout(workspace, notebook, 'Before\n\n> [!tip] Tip head\n> body\n')
  const press = async (...keys: string[]) => {
    await workspace.afterPaint()
    for (const key of keys) await page.keyboard.press(key)
  }
  const title = workspace.answer.getByText('Tip head')
  await title.click()
  await press('Home', 'a')
  await workspace.answer.getByText('Before').click()
  await press('End', 'ArrowRight', 'b')
  await press('ArrowLeft', 'ArrowLeft', '!')
  await press('ArrowDown', 'Home', 'c')
  expect(await saved()).toBe('Before!\n\n> [!tip] cbaTip head\n> body\n')
  await title.click({ position: { x: 0, y: 8 } })
  await press('End', 'Shift+Home', 'd')
  expect(await saved()).toBe('Before!\n\n> [!tip] d\n> body\n')
  await workspace.answer.getByText('d', { exact: true }).click({ clickCount: 3 })
  await press('e')
  await workspace.answer.getByText('body').click({ clickCount: 3 })
  await press('f')
  expect(await saved()).toBe('Before!\n\n> [!tip] e\n> f\n')
  const icon = await page.getByRole('button', { name: 'Tip: change the type' }).boundingBox()
  if (icon === null) throw new Error('no icon')
  await page.mouse.click(icon.x - 6, icon.y + icon.height / 2)
  await press('g')
  expect(await saved()).toBe('Before!\n\n> [!tip] ge\n> f\n')
})
