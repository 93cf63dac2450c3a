import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const question = 'What do the encoder and the decoder'
const open = async (notebook: string, body: string): Promise<string> => {
  const path = join(notebook, 'notes', 'answer.md')
  await writeFile(path, `---\nanswers: [llm-01-01]\n---\n${body}`)
  return path
}
const bodyOf = async (path: string): Promise<string> => (await readFile(path, 'utf8')).split('---\n')[2] ?? ''

test('the language of a code block is chosen by typing a part of it', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = await open(notebook, '```\nconst a = 1\n```\n\nafter\n')
  await workspace.openQuestion(question)
  const field = workspace.answer.getByRole('combobox', { name: 'Language' })
  await field.click()
  const options = page.getByRole('listbox', { name: 'Languages' }).getByRole('option')
  await expect(options.first()).toBeVisible()
  await field.fill('script')
  await expect(options).toHaveText(['javascript', 'typescript'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(options).toHaveCount(0)
  await expect(workspace.answer).toBeFocused()
  await expect(workspace.answer.locator('.hljs-keyword')).toHaveText('const')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('```typescript\nconst a = 1\n```\n\nafter\n')
  await field.fill('my own')
  await page.keyboard.press('Enter')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('```my-own\nconst a = 1\n```\n\nafter\n')
})

test('code is written as in an editor for code', async ({ workspace, page, notebook }) => {
  const path = await open(notebook, '```js\nif (a) {\n  b()\n```\n\nafter\n')
  await workspace.openQuestion(question)
  await workspace.answer.locator('pre').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('ArrowRight')
  await workspace.afterPaint()
  await page.keyboard.press('Enter')
  await page.keyboard.type('c()')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('```js\nif (a) {\n  b()\n  c()\n```\n\nafter\n')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Tab')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('```js\n  if (a) {\n    b()\n    c()\n```\n\nafter\n')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('```js\nif (a) {\nb()\nc()\n```\n\nafter\n')
  await page.keyboard.press('Escape')
  await page.keyboard.type('here ')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('```js\nif (a) {\nb()\nc()\n```\n\nhere after\n')
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(';')
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(path)).toBe('```js\nif (a) {\nb()\nc();\n```\n\nhere after\n')
})

test('code is copied by its button, and long lines scroll under it', async ({
  workspace,
  page,
  notebook,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(notebook, `\`\`\`js\nconst long = "${'x'.repeat(300)}"\n\`\`\`\n`)
  await workspace.openQuestion(question)
  const copy = workspace.answer.getByRole('button', { name: 'Copy' })
  await copy.focus()
  await page.keyboard.press('Enter')
  await expect(workspace.answer.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`const long = "${'x'.repeat(300)}"`)
  const pre = workspace.answer.locator('pre')
  expect(await pre.evaluate(element => element.scrollWidth > element.clientWidth)).toBe(true)
  const before = await copy.or(workspace.answer.getByRole('button', { name: 'Copied' })).boundingBox()
  await pre.evaluate(element => element.scrollTo({ left: 400 }))
  const after = await copy.or(workspace.answer.getByRole('button', { name: 'Copied' })).boundingBox()
  expect(after?.x).toBe(before?.x)
})

test('keys at the borders of blocks mean the block beside', async ({ workspace, page, notebook }) => {
  const path = await open(notebook, 'one\n\ntwo words\n\n```\nabc\n```\n\n- a\n\n> quote\n')
  await workspace.openQuestion(question)
  const press = async (...keys: string[]) => {
    await workspace.afterPaint()
    for (const key of keys) await page.keyboard.press(key)
  }
  await workspace.answer.locator('code').click()
  await press('Home', 'ArrowUp', '1')
  await press('ArrowDown', 'End', 'ArrowUp', '2')
  await workspace.answer.getByText('quote').click()
  await press('Home', 'Backspace', '3')
  await workspace.waitUntilSaved()
  await expect
    .poll(() => bodyOf(path))
    .toMatch(/^one\n\n(?=.*1)(?=.*2)[a-z12 ]+\n\n```\nabc\n```\n\n- a\n\n3quote\n$/)
})
