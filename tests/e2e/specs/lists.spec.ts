import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures'
import type { WorkspacePage } from '../pages/workspace-page'

const front = '---\nanswers: [llm-01-01]\n---\n'

async function openList(
  workspace: WorkspacePage,
  notebook: string,
  body: string,
): Promise<() => Promise<string>> {
  const path = join(notebook, 'notes', 'answer.md')
  await writeFile(path, front + body)
  await workspace.openQuestion('What do the encoder and the decoder')
  await expect(workspace.answer).not.toBeEmpty()
  return async () => {
    await workspace.waitUntilSaved()
    return (await readFile(path, 'utf8')).slice(front.length)
  }
}

test('a list is changed by keys, and stays one list', async ({ workspace, page, notebook }) => {
  const saved = await openList(workspace, notebook, '- a\n- b\n- c\n\npara\n')
  await workspace.answer.getByText('a', { exact: true }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  await page.keyboard.type('!')
  expect(await saved()).toBe('- a!\n- b\n- c\n\npara\n')
  await workspace.answer.getByText('b', { exact: true }).click()
  await page.keyboard.press('Home')
  // Keys come no faster than the browser tells where the caret is.
  await workspace.afterPaint()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  expect(await saved()).toBe('- a!b\n- c\n\npara\n')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Shift+7')
  expect(await saved()).toBe('1. a!b\n2. c\n3. para\n')
  await page.keyboard.press('Control+z')
  expect(await saved()).toBe('- a!b\n- c\n\npara\n')
})

test('a task is typed into a list, and its box stands in the place of the bullet', async ({
  workspace,
  page,
  notebook,
}) => {
  const saved = await openList(workspace, notebook, '- a\n- b\n\npara\n')
  await workspace.answer.getByText('b', { exact: true }).click()
  await page.keyboard.press('Home')
  await page.keyboard.type('[x] ')
  expect(await saved()).toBe('- a\n- [x] b\n\npara\n')
  const [item, task, box] = await Promise.all(
    [
      workspace.answer.locator('li p').first(),
      workspace.answer.locator('li p').last(),
      page.getByRole('checkbox'),
    ].map(boxOf),
  )
  expect(task?.x).toBe(item?.x)
  expect(box?.x).toBeLessThan(task?.x ?? 0)
  expect(Math.abs(middle(box) - middle(task))).toBeLessThan(3)
  await workspace.type('\n- [ ] one')
  expect(await saved()).toBe('- a\n- [x] b\n\npara\n\n- [ ] one\n')
})

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('not to be seen')
  return box
}

function middle(box: Box | undefined): number {
  return box === undefined ? NaN : box.y + box.height / 2
}
