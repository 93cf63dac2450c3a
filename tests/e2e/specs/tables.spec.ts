import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import type { WorkspacePage } from '../pages/workspace-page'

const encoder = 'What do the encoder and the decoder'
const front = '---\nanswers: [llm-01-01]\n---\n'

interface OpenTable {
  readonly workspace: WorkspacePage
  /** Puts the caret behind the text of a cell or a paragraph, and waits until the editor knows. */
  readonly goTo: (cell: string) => Promise<void>
  /** The saved note, without the width of its columns. */
  readonly saved: () => Promise<string>
}

async function openTable(workspace: WorkspacePage, notebook: string, body: string): Promise<OpenTable> {
  const path = join(notebook, 'notes', 'answer.md')
  await writeFile(path, front + body)
  await workspace.openQuestion(encoder)
  await expect(workspace.answer).not.toBeEmpty()
  return {
    workspace,
    goTo: async cell => {
      await workspace.answer.getByText(cell, { exact: true }).click()
      await workspace.page.keyboard.press('End')
      await workspace.afterPaint()
    },
    saved: async () => {
      await workspace.waitUntilSaved()
      const text = (await readFile(path, 'utf8')).slice(front.length)
      return text.replace(/ +/g, ' ').replace(/-+/g, '-')
    },
  }
}

test('Tab goes from cell to cell and adds a row, Enter breaks the line', async ({
  workspace,
  page,
  notebook,
}) => {
  const { goTo, saved } = await openTable(workspace, notebook, '| a | b |\n| - | - |\n| c | d |\n')
  await goTo('c')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1')
  await page.keyboard.press('Tab')
  await page.keyboard.type('x')
  await page.keyboard.press('Enter')
  await page.keyboard.type('y|z')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('2')
  expect(await saved()).toBe('| a | b |\n| - | - |\n| c | 2 |\n| x<br>y\\|z | |\n')
  await page.reload()
  await expect(workspace.answer.getByRole('cell').nth(2)).toHaveText('xy|z')
})

test('the tools above a table change its rows, columns and alignment', async ({
  workspace,
  page,
  notebook,
}) => {
  const { goTo, saved } = await openTable(workspace, notebook, '| a | b |\n| - | - |\n| c | d |\n')
  const tools = page.getByRole('toolbar', { name: 'Table' })
  const toolbar = await page.getByRole('toolbar', { name: 'Formatting' }).boundingBox()
  const topOfTools = async (): Promise<number> => (await tools.boundingBox())?.y ?? 0
  await expect.poll(topOfTools).toBeGreaterThanOrEqual((toolbar?.y ?? NaN) + (toolbar?.height ?? NaN))
  await goTo('d')
  await tools.getByRole('button', { name: 'Align right' }).click()
  await chooseTool(page, 'Row', 'Insert row above')
  await chooseTool(page, 'Column', 'Move column left')
  expect(await saved()).toBe('| b | a |\n| -: | - |\n| | |\n| d | c |\n')
  await chooseTool(page, 'Row', 'Move row up')
  await chooseTool(page, 'Row', 'Move row up')
  expect(await saved()).toBe('| d | c |\n| -: | - |\n| b | a |\n| | |\n')
  await chooseTool(page, 'Row', 'Delete row')
  await chooseTool(page, 'Column', 'Insert column after')
  expect(await saved()).toBe('| b | | a |\n| -: | - | - |\n| | | |\n')
  await expect(workspace.answer.getByRole('columnheader')).toHaveCount(3)
  await tools.getByRole('button', { name: 'Delete table' }).click()
  await expect(tools).toBeHidden()
})

test('a table’s rows and tools are reached by keyboard', async ({ workspace, page, notebook }) => {
  const { goTo, saved } = await openTable(workspace, notebook, '| a |\n| - |\n| c |\n| e |\n')
  await goTo('e')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await page.keyboard.press('Alt+F10')
  await expect(page.getByRole('button', { name: 'Row', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(workspace.answer).toBeFocused()
  await page.keyboard.type('!')
  expect(await saved()).toBe('| a |\n| :-: |\n| e! |\n| c |\n')
})

test('rows pasted from a spreadsheet become a table, and fill the cells of one', async ({
  workspace,
  page,
  notebook,
}) => {
  const { goTo, saved } = await openTable(workspace, notebook, 'Before\n\n| a | b |\n| - | - |\n| c | d |\n')
  await goTo('d')
  await paste(page, { 'text/plain': '1\t2\n3\t4\n' })
  expect(await saved()).toBe('Before\n\n| a | b | |\n| - | - | - |\n| c | 1 | 2 |\n| | 3 | 4 |\n')
  await goTo('c')
  await paste(page, { 'text/plain': '- x\n- y\n' })
  expect(await saved()).toContain('| cx<br>y | 1 | 2 |')
  await goTo('Before')
  await page.keyboard.press('Enter')
  await paste(page, {
    'text/html':
      '<table><tr><td rowspan="2">m</td><td style="text-align:center">n</td></tr><tr><td>o</td></tr></table>',
  })
  expect(await saved()).toContain('Before\n\n| m | n |\n| - | :-: |\n| | o |\n')
})

async function chooseTool(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('toolbar', { name: 'Table' }).getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await expect(page.getByRole('menuitem').first()).toBeHidden()
}

async function paste(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(content => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(content)) clipboardData.setData(type, text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, data)
}

test('Shift and an arrow select cells, which stay selected at the edge of the table (none was then)', async ({
  workspace,
  page,
  notebook,
}) => {
  const { goTo } = await openTable(workspace, notebook, '| a | b |\n| --- | --- |\n| c | d |\n')
  const selected = workspace.answer.locator('.selectedCell')
  await goTo('a')
  for (const [key, count] of [
    ['ArrowRight', 2],
    ['ArrowRight', 2],
    ['ArrowDown', 4],
    ['ArrowDown', 4],
  ] as const) {
    await page.keyboard.press(`Shift+${key}`)
    await expect(selected).toHaveCount(count)
    await workspace.afterPaint()
  }
  await expect(selected).toHaveCount(4)
})
