import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

/** What the page sends. */
interface Request {
  readonly id: number
  readonly name: string
  readonly input: { readonly path?: string }
}

/** Presses keys while the page is busy, so that they reach the text one right after the other. */
async function pressAtOnce(page: Page, keys: readonly string[]): Promise<void> {
  const busy = page.evaluate(() => {
    const startedAt = performance.now()
    while (performance.now() - startedAt < 600);
  })
  await sleep(100)
  await Promise.all([busy, ...keys.map(key => page.keyboard.press(key))])
}

test('keys that reach the text at once act where the one before has put the caret', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'a.md')
  await writeFile(path, '---\nanswers: [llm-01-01]\n---\none two\n\n> quote\n\nthree four\n')
  const saved = async (): Promise<string> => {
    await workspace.waitUntilSaved()
    return (await readFile(path, 'utf8')).split('---\n')[2] ?? ''
  }
  await workspace.openQuestion('What do the encoder and the decoder')
  await workspace.answer.getByText('three four').click()
  await pressAtOnce(page, ['End', 'ArrowLeft', 'ArrowLeft', 'Enter', 'x'])
  expect(await saved()).toBe('one two\n\n> quote\n\nthree fo\n\nxur\n')
  await workspace.answer.getByText('quote').click()
  await pressAtOnce(page, ['End', 'Home', 'Backspace', 'y'])
  expect(await saved()).toBe('one two\n\nyquote\n\nthree fo\n\nxur\n')
  await workspace.answer.getByText('one two').click()
  await pressAtOnce(page, ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Delete', 'End', 'Enter', '!'])
  expect(await saved()).toBe('onetwo\n\n!\n\nyquote\n\nthree fo\n\nxur\n')
})

test('what is typed while a note is on its way is in it', async ({ workspace, page, notebook }) => {
  let delayMs = 0
  await page.routeWebSocket(/.*/, socket => {
    const server = socket.connectToServer()
    server.onMessage(message => void sleep(delayMs).then(() => socket.send(message)))
  })
  const folder = join(notebook, 'notes')
  await writeFile(join(folder, 'beside.md'), '---\nanswers: [llm-01-02]\n---\nBeside\n')
  await page.reload()
  await workspace.openQuestion('What do the encoder and the decoder')
  await page.getByRole('tab', { name: 'Notes' }).click()
  delayMs = 400
  await page.getByRole('button', { name: 'New note' }).click()
  await page.keyboard.type('# A new one\nwith two linet')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('s')
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note.getByRole('heading')).toHaveText('A new one')
  await expect(note.locator('p').first()).toHaveText('with two lines')
  await workspace.waitUntilSaved()
  const names = await readdir(folder)
  expect(names.filter(name => name !== 'beside.md')).toHaveLength(1)

  await page.getByRole('treeitem', { name: 'beside' }).click()
  await page.keyboard.type('Words ')
  await expect(note).toContainText('Words')
  // The note that is open: no other editor comes.
  await page.getByRole('treeitem', { name: 'beside' }).click()
  await page.keyboard.type('more ')
  await expect(note).toContainText('Words more')
})

test('what is asked for while the first note is on its way is offered when it is there', async ({
  workspace,
  page,
  notebook,
}) => {
  let delayMs = 0
  await page.routeWebSocket(/.*/, socket => {
    const server = socket.connectToServer()
    server.onMessage(message => void sleep(delayMs).then(() => socket.send(message)))
  })
  await writeFile(join(notebook, 'notes', 'a.md'), '---\nanswers: [llm-01-02]\n---\n')
  await page.evaluate(() => void (location.hash = '#/study/today'))
  await page.reload()
  await expect(workspace.tree).toBeVisible()
  delayMs = 400
  await page.locator('[data-question="llm-01-02"]').click()
  await page.keyboard.type('/head')
  const options = page.getByRole('listbox', { name: 'Insert' }).getByRole('option')
  await expect(options.first()).toHaveText(/Heading 1/)
  await workspace.afterPaint()
  await expect(options).toHaveCount(4)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Parts')
  await expect(workspace.answer.getByRole('heading', { level: 1 })).toHaveText('Parts')
})

test('a note that is slow to be read is not shown as it was when it was left', async ({
  workspace,
  page,
  notebook,
}) => {
  const slow = new Set<number>()
  await page.routeWebSocket(/.*/, socket => {
    const server = socket.connectToServer()
    socket.onMessage(message => {
      const { id, name, input } = JSON.parse(String(message)) as Request
      if (name === 'notes.read' && input.path === 'notes/slow.md') slow.add(id)
      server.send(message)
    })
    server.onMessage(message => {
      const { id } = JSON.parse(String(message)) as Partial<Request>
      void sleep(id !== undefined && slow.has(id) ? 200 : 0).then(() => socket.send(message))
    })
  })
  const path = join(notebook, 'notes', 'slow.md')
  await writeFile(path, '---\nanswers: [llm-01-03]\n---\nBegin\n')
  await writeFile(join(notebook, 'notes', 'quick.md'), '---\nanswers: [llm-01-01]\n---\nQuick\n')
  await page.reload()
  const line = (number: number) => page.locator(`[data-question="llm-01-0${number}"]`)
  await line(3).click()
  await expect(workspace.answer).toHaveText('Begin')
  await line(1).click()
  await expect(workspace.answer).toHaveText('Quick')
  await workspace.afterPaint()
  await line(3).click()
  await page.keyboard.type('hello world ', { delay: 50 })
  await expect(workspace.answer).toHaveText('hello world Begin')
  await workspace.waitUntilSaved()
  expect(await readFile(path, 'utf8')).toContain('hello world Begin')
})

test('the search that is opened right after a question was clicked on gets what is typed', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'beside.md')
  await writeFile(path, '---\nanswers: [llm-01-02]\n---\nBeside\n')
  const lines = [2, 3].map(number => page.locator(`[data-question="llm-01-0${number}"]`))
  const search = page.getByRole('searchbox', { name: 'Search' })
  for (let turn = 0; turn < 6; turn += 1) {
    const { x = 0, y = 0 } = (await lines[turn % 2]?.boundingBox()) ?? {}
    await page.mouse.click(x + 60, y + 8)
    await page.keyboard.press('Control+K')
    await page.keyboard.type(`find${turn}`)
    await expect(search).toHaveValue(`find${turn}`)
    await page.keyboard.press('Escape')
  }
  await expect(workspace.answer).not.toContainText('find')
})

test('a link is to what was typed, also when Enter comes before the options', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'a.md')
  await writeFile(path, '---\nanswers: [llm-01-01]\n---\none\n')
  for (const name of ['c6', 'zz', 'zz top'])
    await writeFile(join(notebook, 'notes', `${name}.md`), `${name}\n`)
  await workspace.openQuestion('What do the encoder and the decoder')
  await workspace.answer.getByText('one').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' [[')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await pressAtOnce(page, ['z', 'z', 'Enter', ' ', 'a', 'Enter', 'b'])
  await expect(workspace.answer).toContainText('b')
  await workspace.waitUntilSaved()
  expect((await readFile(path, 'utf8')).split('---\n')[2]).toBe('one [[zz]] a\n\nb\n')
})

test('Enter opens what the text in the box finds, and nothing that an earlier text found', async ({
  workspace,
  page,
  notebook,
}) => {
  for (const name of ['apple', 'zebra']) await writeFile(join(notebook, 'notes', `${name}.md`), `${name}\n`)
  const answer = page.getByRole('textbox', { name: 'Note', exact: true })
  await page.keyboard.press('Control+k')
  await workspace.search.fill('apple')
  await expect(workspace.searchResults).toContainText('apple')
  await workspace.search.selectText()
  await pressAtOnce(page, [...'zebra', 'Enter'])
  await expect(answer).toHaveText('zebra')

  await page.keyboard.press('Control+o')
  await page.keyboard.type('zebra')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('zebra')
  await page.keyboard.press('Control+a')
  await pressAtOnce(page, [...'apple', 'Enter'])
  await expect(answer).toHaveText('apple')
})

test('the focus is back in the text after quick open and the palette, and after what a command opened', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'notes', 'a.md'), '---\nanswers: [llm-01-01]\n---\none two\n')
  await workspace.openQuestion('What do the encoder and the decoder')
  await workspace.answer.getByText('one two').click()
  await page.keyboard.press('Home')
  const chooseCommand = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+Shift+p')
    await page.keyboard.type(name)
    await expect(page.getByRole('option', { selected: true })).toContainText(name)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.type('a')
  await expect(workspace.answer).toHaveText('aone two')
  await chooseCommand('Back up now')
  await page.keyboard.type('b')
  await expect(workspace.answer).toHaveText('abone two')
  await chooseCommand('Replace in all notes')
  await expect(page.getByRole('dialog', { name: 'Replace' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(workspace.answer).toBeFocused()
  await page.keyboard.type('c')
  await expect(workspace.answer).toHaveText('abcone two')
  await chooseCommand('Settings')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.type('d')
  await expect(workspace.answer).toHaveText('abcdone two')
  await chooseCommand('Settings')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('found')
  await expect(workspace.search).toHaveValue('found')
  await expect(workspace.answer).toHaveText('abcdone two')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await chooseCommand('New note')
  await page.keyboard.type('# New')
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveText('New')
})
