import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { openAnswer } from '../open-answer'
import type { WorkspacePage } from '../pages/workspace-page'

const encoder = 'What do the encoder and the decoder'

async function bodyOfOnlyNote(notebook: string): Promise<string> {
  const [name = ''] = await readdir(join(notebook, 'notes'))
  const text = await readFile(join(notebook, 'notes', name), 'utf8')
  return text.replace(/^---\n[^]*?\n---\n/, '')
}

test('the slash menu makes blocks by keyboard alone', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion(encoder)
  await page.keyboard.type('/head')
  const menu = page.getByRole('listbox', { name: 'Insert' })
  await expect(menu.getByRole('option')).toHaveText([/Heading 1/, /Heading 2/, /Heading 3/, /Heading 4/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Parts\n/todo')
  await expect(menu.getByRole('option')).toHaveText([/Task list/])
  await page.keyboard.press('Enter')
  await page.keyboard.type('read the paper')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/callout')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Both attend.')
  await workspace.waitUntilSaved()
  expect(await bodyOfOnlyNote(notebook)).toBe('## Parts\n\n- [ ] read the paper\n\n> [!note] Both attend.\n')
})

test('a slash that means no menu stays text', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion(encoder)
  await page.keyboard.type('either/or, /qqq and /')
  await page.keyboard.press('Escape')
  await page.keyboard.type('!')
  await workspace.waitUntilSaved()
  expect(await bodyOfOnlyNote(notebook)).toBe('either/or, /qqq and /!\n')
  await expect(page.getByRole('listbox', { name: 'Insert' })).toBeHidden()
})

test('the slash menu inserts a footnote, and the caret goes into it', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion(encoder)
  await page.keyboard.type('Heads attend. /footnote')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Not all of them.')
  await workspace.waitUntilSaved()
  expect(await bodyOfOnlyNote(notebook)).toBe('Heads attend. [^1]\n\n[^1]: Not all of them.\n')
})

test('selected words are formatted from the menu above them, by mouse and by keyboard', async ({
  workspace,
  page,
  notebook,
}) => {
  const body = await openAnswer(workspace, notebook, 'One two three.\n')
  await workspace.answer.getByText('One two three.').dblclick({ position: { x: 5, y: 10 } })
  const bubble = page.getByRole('toolbar', { name: 'Format the selection' })
  await bubble.getByRole('button', { name: 'Bold' }).click()
  await workspace.waitUntilSaved()
  expect(await body()).toBe('**One** two three.\n')
  await page.keyboard.press('Alt+F10')
  await expect(bubble.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(bubble.getByRole('button', { name: 'Italic' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(workspace.answer).toBeFocused()
  await workspace.waitUntilSaved()
  expect(await body()).toBe('***One*** two three.\n')
})

test('the toolbar can be hidden, and stays hidden', async ({ workspace, page }) => {
  await workspace.openQuestion(encoder)
  const toolbar = page.getByRole('toolbar', { name: 'Formatting' })
  await expect(toolbar).toBeVisible()
  await workspace.run('formatting toolbar')
  await expect(toolbar).toBeHidden()
  await page.reload()
  await expect(workspace.answer).toBeVisible()
  await expect(toolbar).toBeHidden()
})

test('blocks and items are moved by keyboard, and no other byte changes', async ({
  workspace,
  page,
  notebook,
}) => {
  const body = await openAnswer(workspace, notebook, 'Alpha  \n\n*   one\n*   two\n\nBeta_x_\n')
  await workspace.answer.getByText('Beta_x_').click()
  await workspace.afterPaint()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await workspace.waitUntilSaved()
  expect(await body()).toBe('Alpha  \n\nBeta_x_\n\n*   one\n*   two\n')
  await workspace.answer.getByText('two').click()
  await workspace.afterPaint()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await workspace.waitUntilSaved()
  expect(await body()).toBe('Alpha  \n\nBeta_x_\n\n*   two\n*   one\n')
})

test('the handle beside a block moves it by dragging, and its menu duplicates and deletes', async ({
  workspace,
  page,
  notebook,
}) => {
  const body = await openAnswer(workspace, notebook, 'First.\n\nSecond.\n\nThird.\n')
  const handle = page.getByRole('button', { name: 'Block', exact: true })
  await workspace.answer.getByText('Third.').hover()
  await drag(page, await centre(handle), await topOf(workspace, 'First.'))
  await workspace.waitUntilSaved()
  expect(await body()).toBe('Third.\n\nFirst.\n\nSecond.\n')
  await workspace.answer.getByText('First.').hover()
  await handle.click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await workspace.answer.getByText('Third.').hover()
  await handle.click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await workspace.waitUntilSaved()
  expect(await body()).toBe('First.\n\nFirst.\n\nSecond.\n')
  await workspace.answer.getByText('Second.').hover()
  await handle.click()
  await page.getByRole('menuitem', { name: 'Heading 2' }).click()
  await workspace.waitUntilSaved()
  expect(await body()).toBe('First.\n\nFirst.\n\n## Second.\n')
  await workspace.answer.getByText('Second.').hover()
  await expect(handle).toBeVisible()
  // What stands elsewhere now has no handle where it stood before.
  await page.keyboard.press('Control+Alt+d')
  await expect(handle).toHaveCount(0)
})

test('blocks dropped in a list are its items, and what can be made of a block is offered', async ({
  workspace,
  page,
  notebook,
}) => {
  const callout = '\n> [!tip] Head\n> rest\n'
  const before = `- one\n- two\n\n| a |\n| --- |\n| b |\n${callout}\nLast.\n`
  const body = await openAnswer(workspace, notebook, before)
  const saved = async () => {
    await workspace.waitUntilSaved()
    return body()
  }
  const handle = page.getByRole('button', { name: 'Block', exact: true })
  await workspace.answer.getByText('Last.').hover()
  await drag(page, await centre(handle), await topOf(workspace, 'two'))
  expect(await saved()).toBe(`- one\n- Last.\n- two\n\n| a |\n| --- |\n| b |\n${callout}`)
  await page.keyboard.press('Control+z')
  expect(await saved()).toBe(before)
  await workspace.answer.getByText('Last.').hover()
  await drag(page, await centre(handle), await topOf(workspace, 'Head'))
  await workspace.answer.getByRole('table').hover()
  await drag(page, await centre(handle), await topOf(workspace, 'two'))
  expect(await saved()).toBe(`- one\n- | a |\n  | --- |\n  | b |\n- two\n\nLast.\n${callout}`)
  await workspace.answer.getByText('one').hover()
  await handle.click()
  await expect(page.getByRole('menuitem', { name: 'Heading 2' })).toHaveCount(0)
  await page.getByRole('menuitem', { name: 'Text', exact: true }).click()
  expect(await saved()).toBe(`one\n\n| a |\n| --- |\n| b |\n\ntwo\n\nLast.\n${callout}`)
})

test('finds and replaces in the note, with expressions, and undoes all in one step', async ({
  workspace,
  page,
  notebook,
}) => {
  const before = 'Key and value.\n\n- key one\n- `key` two\n\nMonkey.\n'
  const body = await openAnswer(workspace, notebook, before)
  await workspace.answer.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search', { name: 'Find in this note' })
  await bar.getByLabel('Find', { exact: true }).fill('key')
  await expect(bar.getByText('1 of 4')).toBeVisible()
  await bar.getByRole('button', { name: 'Match case' }).click()
  await expect(bar.getByText('1 of 3')).toBeVisible()
  await bar.getByRole('button', { name: 'Whole words' }).click()
  await expect(bar.getByText('1 of 2')).toBeVisible()
  await bar.getByLabel('Find', { exact: true }).press('Enter')
  await expect(bar.getByText('2 of 2')).toBeVisible()
  await bar.getByRole('button', { name: 'Replace', exact: true }).click()
  await bar.getByRole('button', { name: 'Whole words' }).click()
  await bar.getByRole('button', { name: 'Regular expression' }).click()
  await bar.getByLabel('Find', { exact: true }).fill('(k)(ey)')
  await bar.getByLabel('Replace with').fill('$2$1')
  await expect(bar.getByText('of 3')).toBeVisible()
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(bar.getByText('3 replaced')).toBeVisible()
  await workspace.waitUntilSaved()
  expect(await body()).toBe('Key and value.\n\n- eyk one\n- `eyk` two\n\nMoneyk.\n')
  await page.keyboard.press('Escape')
  await expect(workspace.answer).toBeFocused()
  await page.keyboard.press('Control+z')
  await workspace.waitUntilSaved()
  expect(await body()).toBe(before)
})

test('an expression that is wrong is said, and one that explodes elsewhere is answered', async ({
  workspace,
  page,
  notebook,
}) => {
  await openAnswer(workspace, notebook, `${'a'.repeat(5000)}\n`)
  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search', { name: 'Find in this note' })
  await bar.getByRole('button', { name: 'Regular expression' }).click()
  await bar.getByLabel('Find', { exact: true }).fill('(a')
  await expect(bar.getByText(/^The expression can't be used/)).toBeVisible()
  await bar.getByLabel('Find', { exact: true }).fill('^(a+)+$')
  await expect(bar.getByText('1 of 1')).toBeVisible()
  await bar.getByLabel('Find', { exact: true }).fill('^(a+)+b')
  await expect(bar.getByText('Nothing found')).toBeVisible()
})

test('the outline follows the caret and jumps', async ({ workspace, page, notebook }) => {
  const filler = 'Words that fill the page.\n\n'.repeat(30)
  await openAnswer(workspace, notebook, `## One\n\n${filler}## Two\n\n${filler}## Three\n\nlast\n`)
  const entry = (name: string) =>
    page.getByRole('complementary').getByRole('button', { name, exact: true }).first()
  await entry('Three').click()
  await expect(entry('Three')).toHaveAttribute('aria-current', 'location')
  await entry('One').click()
  await expect(entry('One')).toHaveAttribute('aria-current', 'location')
  await workspace.answer.hover()
  await page.mouse.wheel(0, 1400)
  await expect(entry('Two')).toHaveAttribute('aria-current', 'location')
})

test('the source view edits the same note, keeps line endings and the caret', async ({
  workspace,
  page,
  notebook,
}) => {
  const before = 'Alpha beta.\r\n\r\n*   one\r\n*   two\r\n\r\nGamma delta.\r\n'
  const body = await openAnswer(workspace, notebook, before)
  await workspace.answer.getByText('Gamma delta.').click()
  await page.keyboard.press('Home')
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight')
  await workspace.afterPaint()
  await page.keyboard.press('Control+Alt+s')
  const source = page.getByRole('textbox', { name: 'Answer' })
  await expect(source).toContainText('*   one')
  await expect(source).toBeFocused()
  await page.keyboard.type('X')
  await workspace.waitUntilSaved()
  expect(await body()).toBe(before.replace('Gamma ', 'Gamma X'))
  await page.keyboard.press('Control+Alt+s')
  await expect(workspace.answer).toContainText('Gamma Xdelta.')
  await expect(workspace.answer).toBeFocused()
  await page.keyboard.type('Y')
  await workspace.waitUntilSaved()
  expect(await body()).toBe(before.replace('Gamma ', 'Gamma XY'))

  // What was written in one view can be taken back in the other.
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(body).toBe(before)
  await page.keyboard.press('Control+y')
  await expect.poll(body).toBe(before.replace('Gamma ', 'Gamma X'))
  await page.keyboard.press('Control+Alt+s')
  await expect(source).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(body).toBe(before)
  await page.keyboard.press('Control+y')
  await expect.poll(body).toBe(before.replace('Gamma ', 'Gamma X'))
})

test('Ctrl+End goes to the end of a long note, and Ctrl+Home to its beginning', async ({
  workspace,
  page,
  notebook,
}) => {
  const paragraphs = Array.from({ length: 800 }, (_, at) => `Paragraph ${at} with some words in it.`)
  const code = `Code:\n\n~~~\n${'line\n'.repeat(12)}~~~\n\n`
  const read = await openAnswer(workspace, notebook, `${code}${paragraphs.join('\n\n')}\n`)
  await workspace.answer.locator('p').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' The end.')
  await expect(workspace.answer.locator('p').last()).toBeInViewport()
  await page.keyboard.press('Control+Home')
  await workspace.afterPaint()
  const toolbar = await page.getByRole('toolbar', { name: 'Formatting' }).boundingBox()
  const first = await workspace.answer.locator('p').first().boundingBox()
  expect(first?.y).toBeGreaterThanOrEqual((toolbar?.y ?? Infinity) + (toolbar?.height ?? 0))
  await page.keyboard.type('Here: ')
  await workspace.waitUntilSaved()
  expect(await read()).toBe(`Here: ${code}${paragraphs.join('\n\n')} The end.\n`)
})

test('focus mode shows the text alone, and Ctrl+Alt+Z ends it', async ({ workspace, page, notebook }) => {
  await openAnswer(workspace, notebook, 'Alpha.\n\nBeta.\n')
  await workspace.answer.getByText('Beta.').click()
  await page.keyboard.press('Control+Alt+z')
  await expect(workspace.tree).toBeHidden()
  await expect(workspace.search).toBeHidden()
  await expect(workspace.answer).toBeVisible()
  await expect(page.getByRole('button', { name: 'Leave focus mode' })).toBeVisible()
  await page.keyboard.press('Control+Alt+z')
  await expect(workspace.tree).toBeVisible()
})

test('the selection is copied as Markdown and as HTML', async ({ workspace, page, notebook, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openAnswer(workspace, notebook, 'Alpha **beta**, [[zed|a link]], $x^2$.\n\n- one\n')
  await workspace.answer.click()
  await page.keyboard.press('Control+a')
  await workspace.run('Copy as Markdown')
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
  expect(await copied()).toBe('Alpha **beta**, [[zed|a link]], $x^2$.\n\n- one')
  await workspace.run('Copy as HTML')
  await expect
    .poll(copied)
    .toBe('<p>Alpha <strong>beta</strong>, a link, $x^2$.</p>\n<ul>\n<li>one</li>\n</ul>')
})

async function centre(locator: ReturnType<Page['getByRole']>): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('not to be seen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function topOf(workspace: WorkspacePage, text: string): Promise<{ x: number; y: number }> {
  const box = await workspace.answer.getByText(text).boundingBox()
  if (box === null) throw new Error('not to be seen')
  return { x: box.x + 50, y: box.y - 2 }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 10, from.y - 10, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}

test('the status bar counts the note, and what is selected of it', async ({ workspace, page, notebook }) => {
  await openAnswer(workspace, notebook, 'One two three.\n\n四五\n')
  const status = page.getByRole('contentinfo')
  await expect(status.getByText('5 words · 1 min')).toHaveAttribute(
    'title',
    '16 characters, 14 of them not spaces',
  )
  await workspace.answer.getByText('One two three.').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(status.getByText(/^1 of 5 words/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(status.getByText(/^5 of 5 words/)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(status.getByText(/^5 words/)).toBeVisible()
})

test('Alt and a letter types nothing', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion(encoder)
  await page.keyboard.type('a')
  await page.keyboard.press('Alt+b')
  await page.keyboard.type('c')
  await workspace.waitUntilSaved()
  expect(await bodyOfOnlyNote(notebook)).toBe('ac\n')
})

test('the field of a formula is left at its edges and for the ends of the note', async ({
  workspace,
  page,
  notebook,
}) => {
  const body = await openAnswer(workspace, notebook, 'A $x^2$ b.\n\nEnd\n')
  const field = page.getByRole('textbox', { name: 'Formula' })
  await workspace.answer.locator('.inline-math').dblclick()
  await expect(field).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  await expect(workspace.answer).toBeFocused()
  await page.keyboard.type('!')
  await workspace.answer.locator('.inline-math').dblclick()
  await expect(field).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('a ')
  await workspace.answer.locator('.inline-math').dblclick()
  await field.fill('x^2 \\frac{')
  await expect(workspace.answer.locator('.math-problem')).toBeVisible()
  await expect(workspace.answer.locator('.inline-math > code')).toBeHidden()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('!')
  await workspace.waitUntilSaved()
  expect(await body()).toBe('A a $x^2 \\frac{$! b.\n\nEnd!\n')
})
