import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { samplePng } from '../../support/sample-images'
import { expect, test } from '../fixtures'

const question = 'What do the encoder and the decoder'
const write = (notebook: string, files: Readonly<Record<string, string>>): Promise<unknown> =>
  Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(notebook, 'notes', name), text)))
const answer = (body: string): string => `---\nanswers: [llm-01-01]\n---\n${body}`
const bodyOf = async (notebook: string, name: string): Promise<string> =>
  (await readFile(join(notebook, 'notes', name), 'utf8')).split('---\n')[2] ?? ''

test('embeds show notes, sections, questions and images, and the file stays as it is', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'attachments', 'map.png'), samplePng())
  const body =
    '![[Heads#Why]]\n\n![[llm#^llm-01-02]]\n\n![[map.png|120]]\n\n![[Nowhere]]\n\n![[own]]\n\nLast.\n'
  await write(notebook, {
    'own.md': answer(body),
    'Heads.md':
      '# Attention heads\n\nnot shown\n\n## Why\n\n- one **bold** item with $x^2$\n\n## Then\n\nno\n',
    'second.md': '---\nanswers: [llm-01-02]\n---\nEverything changed.\n',
  })
  await workspace.openQuestion(question)
  const embed = workspace.answer.locator('.embed')
  await expect(embed).toHaveCount(4)
  await expect(embed.nth(0)).toContainText('one bold item')
  await expect(embed.nth(0)).not.toContainText('not shown')
  await expect(embed.nth(0).locator('.katex')).toHaveCount(1)
  await expect(embed.nth(1)).toContainText('Set the GPT architecture beside')
  await expect(embed.nth(1)).toContainText('Everything changed.')
  await expect(embed.nth(2)).toContainText('Nothing is called “Nowhere” yet.')
  await expect(embed.nth(3)).toContainText('is the note that this stands in')
  const image = workspace.answer.getByRole('img', { name: 'map.png' })
  expect(await image.evaluate(element => element.clientWidth)).toBe(120)

  await write(notebook, { 'second.md': '---\nanswers: [llm-01-02]\n---\nNothing did.\n' })
  await expect(embed.nth(1)).toContainText('Nothing did.')
  await workspace.answer.getByText('Last.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Added.')
  await workspace.waitUntilSaved()
  expect(await bodyOf(notebook, 'own.md')).toBe(body.replace('Last.', 'Last. Added.'))
  await embed.nth(0).getByRole('button', { name: 'Attention heads › Why' }).click()
  await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('Attention heads')
})

test('a click right below a link puts the caret beside it, and what is typed is there', async ({
  workspace,
  page,
  notebook,
}) => {
  await write(notebook, {
    'own.md': answer('Words before [[A note with a long name]] and after.\n'),
    'A note with a long name.md': 'Text\n',
  })
  await workspace.openQuestion(question)
  const link = await workspace.answer.locator('.wiki-link').boundingBox()
  const { x, y, width, height } = link ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.click(x + width * 0.75, y + height + 1)
  await workspace.afterPaint()
  await page.keyboard.type(' typed')
  await workspace.waitUntilSaved()
  expect(await bodyOf(notebook, 'own.md')).toBe('Words before [[A note with a long name]] typed and after.\n')
})

test('notes that embed each other are shown once', async ({ workspace, notebook }) => {
  await write(notebook, {
    'own.md': answer('![[One]]\n'),
    'One.md': 'first ![[Two]]\n',
    'Two.md': 'second ![[One]] and ![[Three]]\n',
    'Three.md': 'third\n',
  })
  await workspace.openQuestion(question)
  await expect(workspace.answer).toContainText('second')
  await expect(workspace.answer.locator('.embed')).toHaveCount(2)
  await expect(workspace.answer.locator('.wiki-link')).toHaveText(['One', 'Three'])
})

test('the card of a link shows where it leads, stays under the pointer and goes with Escape', async ({
  workspace,
  page,
  notebook,
}) => {
  await mkdir(join(notebook, 'notes', 'deep'))
  await write(notebook, {
    'own.md': answer('See [[Heads]] and [the question](../questions/llm.md#^llm-01-02) and [[Nowhere]].\n'),
    'Heads.md': '# Attention heads\n\nThey **divide** the work.\n',
  })
  await workspace.openQuestion(question)
  const card = page.getByRole('group', { name: 'Link', exact: true })
  await workspace.answer.getByText('Heads').hover()
  await expect(card).toContainText('They divide the work.')
  await card.hover()
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)

  await workspace.answer.getByText('the question').hover()
  await expect(card).toContainText('Set the GPT architecture beside')
  await expect(card).toContainText('Not answered yet.')
  await workspace.answer.getByText('Nowhere').hover()
  await expect(card).toContainText('Nothing is called “Nowhere” yet.')
  await page.mouse.move(5, 400)
  await expect(card).toHaveCount(0)
})

test('links are changed, opened and removed by keyboard', async ({ workspace, page, notebook }) => {
  await write(notebook, {
    'own.md': answer('[paper](https://example.com/a) then [[Heads]]\n'),
    'Heads.md': '# Attention heads\n\nText\n',
  })
  await workspace.openQuestion(question)
  await workspace.answer.getByText('then').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  const card = page.getByRole('group', { name: 'Link', exact: true })
  await expect(card).toContainText('https://example.com/a')
  await page.keyboard.press('F2')
  await expect(card.getByLabel('Address')).toBeFocused()
  await card.getByLabel('Address').fill('https://example.com/b')
  await page.keyboard.press('Enter')
  await expect(workspace.answer).toBeFocused()
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(notebook, 'own.md')).toBe('[paper](https://example.com/b) then [[Heads]]\n')

  await page.keyboard.press('End')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('F2')
  await expect(card.getByLabel('Leads to')).toBeFocused()
  await card.getByLabel('Leads to').fill('Heads#Attention heads')
  await card.getByLabel('Shown as').fill('the heads')
  await page.keyboard.press('Enter')
  await workspace.waitUntilSaved()
  await expect
    .poll(() => bodyOf(notebook, 'own.md'))
    .toBe('[paper](https://example.com/b) then [[Heads#Attention heads|the heads]]\n')

  await workspace.answer.getByText('paper').hover()
  await card.getByRole('button', { name: 'Remove link' }).click()
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(notebook, 'own.md')).toBe('paper then [[Heads#Attention heads|the heads]]\n')
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('Attention heads')
})

test('an address pasted over words links them', async ({ workspace, page, notebook }) => {
  await write(notebook, { 'own.md': answer('the paper\n') })
  await workspace.openQuestion(question)
  await workspace.answer.getByText('the paper').click()
  await page.keyboard.press('End')
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('Shift+ArrowLeft')
  await workspace.answer.evaluate(element => {
    const data = new DataTransfer()
    data.setData('text/plain', 'https://example.com/p')
    element.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
    )
  })
  await workspace.waitUntilSaved()
  await expect.poll(() => bodyOf(notebook, 'own.md')).toBe('the [paper](https://example.com/p)\n')
})

test('completion offers headings, takes a label, and makes a note that is missing', async ({
  workspace,
  page,
  notebook,
}) => {
  await write(notebook, { 'own.md': answer('\n'), 'Heads.md': '# Heads\n\n## Why many\n\n## How many\n' })
  await workspace.openQuestion(question)
  await workspace.answer.click()
  const options = page.getByRole('listbox').getByRole('option')
  await page.keyboard.type('[[Heads#')
  await expect(options).toHaveText([/Heads/, /Why many/, /How many/])
  await page.keyboard.type('how')
  await expect(options).toHaveText([/How many/])
  await page.keyboard.press('Enter')
  await page.keyboard.type(' [[Heads|the heads')
  await expect(options).toHaveText([/the heads/])
  await page.keyboard.press('Enter')
  await page.keyboard.type(' [[Quite new')
  await expect(options.last()).toHaveText('Create note “Quite new”')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await workspace.waitUntilSaved()
  await expect
    .poll(() => bodyOf(notebook, 'own.md'))
    .toBe('\n[[Heads#How many]] [[Heads|the heads]] [[Quite new]]\n')
  await expect.poll(() => readFile(join(notebook, 'notes', 'Quite new.md'), 'utf8')).toContain('# Quite new')
  await expect(workspace.answer.locator('.wiki-link.is-missing')).toHaveCount(0)
})

test('completion links a note by its file where its name can be no wiki link', async ({
  workspace,
  page,
  notebook,
}) => {
  await mkdir(join(notebook, 'notes', 'C#'))
  await write(notebook, {
    'own.md': answer('\n'),
    'Hash # x.md': 'One.\n',
    'C#/Odd [x] name.md': '# Odd [x] *name*\n\nTwo.\n',
  })
  await workspace.openQuestion(question)
  await workspace.answer.click()
  const options = page.getByRole('listbox').getByRole('option')
  await page.keyboard.type('[[Hash')
  await expect(options.first()).toContainText('Hash # x')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and ![[Odd')
  await expect(options.first()).toContainText('Odd [x] name')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' after.')
  await workspace.waitUntilSaved()
  await expect
    .poll(() => bodyOf(notebook, 'own.md'))
    .toBe('\n[Hash # x](Hash%20%23%20x.md) and [Odd [x] name](C%23/Odd%20%5Bx%5D%20name.md) after.\n')
  await workspace.answer.getByText('Odd [x] name').click({ modifiers: ['Control'] })
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toContainText('Two.')
})

test('Escape puts completion away until there is another [[ (Enter made a note and a link)', async ({
  workspace,
  page,
  notebook,
}) => {
  await write(notebook, { 'own.md': answer('\n'), 'Heads.md': 'Heads.\n' })
  await workspace.openQuestion(question)
  await workspace.answer.click()
  const list = page.getByRole('listbox')
  await page.keyboard.type('an array [[1, 2')
  await expect(list.getByRole('option').last()).toContainText('1, 2')
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await page.keyboard.type(', 3')
  await workspace.afterPaint()
  await expect(list).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.type('next line /hea')
  await expect(list).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.type('d')
  await workspace.afterPaint()
  await expect(list).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.type('[[1 and [[Hea')
  await expect(list.getByRole('option').first()).toContainText('Heads')
  await page.keyboard.press('Escape')
  await page.keyboard.type('d')
  await workspace.afterPaint()
  await expect(list).toHaveCount(0)
  await page.keyboard.press('Home')
  await page.keyboard.press('End')
  await expect(list.getByRole('option').first()).toContainText('Heads')
  await page.keyboard.press('Escape')
  await workspace.waitUntilSaved()
  expect(await bodyOf(notebook, 'own.md')).toContain('array [[1, 2, 3\n\nnext line /head\n')
  expect(await readdir(join(notebook, 'notes'))).toEqual(['Heads.md', 'own.md'])
})

test('following a link that leads nowhere makes its note in its folder, and undo takes that back', async ({
  workspace,
  page,
  notebook,
}) => {
  await write(notebook, { 'own.md': answer('see [[deep/New one]] and [[Heads]]\n'), 'Heads.md': 'Heads.\n' })
  await workspace.openQuestion(question)
  const missing = workspace.answer.locator('.wiki-link.is-missing')
  await expect(missing).toHaveText(['deep/New one'])
  await missing.click()
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note).toContainText('New one')
  await expect(note).toBeFocused()
  expect(await readFile(join(notebook, 'notes/deep/New one.md'), 'utf8')).toBe('# New one\n\n')
  await workspace.message.getByRole('button', { name: 'Undo' }).click()
  await expect(missing).toHaveText(['deep/New one'])
  await missing.hover()
  await page
    .getByRole('group', { name: 'Link', exact: true })
    .getByRole('button', { name: 'Create the note' })
    .click()
  await expect(note).toContainText('New one')
  await page.goBack()
  await expect(missing).toHaveCount(0)

  // A note that goes away is missing at once.
  await rm(join(notebook, 'notes/Heads.md'))
  await expect(missing).toHaveText(['Heads'])
})

test('what is near stands beside a question, and a mention becomes a link at a click', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'notes', 'Positional encoding.md'), 'Sines and cosines.\n')
  await writeFile(join(notebook, 'notes', 'Other.md'), 'Every layer gets positional encoding.\n')
  await writeFile(join(notebook, 'notes', 'Third.md'), 'Positional encoding, again.\n')
  await workspace.openQuestion(question)
  const related = page.getByRole('navigation', { name: 'Related' })
  await expect(related.getByRole('listitem').first()).toContainText(/encoder|decoder/i)
  await related.getByRole('button').first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(question)
  await page.keyboard.press('Control+O')
  await page.getByRole('dialog').getByRole('combobox').fill('positional enc')
  await expect(page.getByRole('option').first()).toContainText('Positional encoding')
  await page.keyboard.press('Enter')
  const mentions = page.getByRole('navigation', { name: 'Unlinked mentions' })
  const linkOf = (title: string) =>
    mentions.getByRole('button', { name: `Link the mention in “${title}”`, exact: true })
  await linkOf('Other').focus()
  await page.keyboard.press('Enter')
  await expect(workspace.backlinks.getByRole('listitem')).toContainText('Other')
  await expect(linkOf('Other')).toHaveCount(0)
  await expect(linkOf('Third')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(mentions).toContainText('Each mention is a link now.')
  await expect(mentions.getByRole('heading')).toBeFocused()
  expect(await readFile(join(notebook, 'notes', 'Other.md'), 'utf8')).toBe(
    'Every layer gets [[Positional encoding|positional encoding]].\n',
  )
})
