import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runCliJson } from '../../support/run-cli'
import { expect, test } from '../fixtures'

interface QuestionRow {
  readonly id: string
  readonly status: string
  readonly notes: string[]
}

const rowOf = async (notebook: string, id: string): Promise<QuestionRow | undefined> =>
  (await runCliJson<QuestionRow[]>(['questions', notebook])).find(row => row.id === id)

test('the tree is walked by keyboard alone', async ({ workspace, page }) => {
  await workspace.tree.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toContainText('Set the GPT architecture beside')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(workspace.tree.getByRole('treeitem', { name: /Foundations/ })).toHaveAttribute(
    'aria-expanded',
    'false',
  )
  await page.keyboard.press('ArrowRight')
  await expect(workspace.tree.getByRole('treeitem', { name: /Foundations/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  )
  await page.keyboard.press('End')
  await expect(heading).toContainText('DualPipe')
  await page.keyboard.press('Enter')
  await expect(workspace.answer).toBeFocused()
})

test('keys that follow each other at once go on from where the last one led', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion('What do the encoder and the decoder')
  await page.evaluate(() => {
    const press = (init: KeyboardEventInit): unknown =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }))
    press({ key: 'ArrowDown', altKey: true })
    press({ key: 'ArrowDown', altKey: true })
    press({ key: 'Enter', ctrlKey: true, shiftKey: true })
  })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Compare three designs')
  await expect.poll(async () => (await rowOf(notebook, 'llm-01-03'))?.status).toBe('answered')
  expect((await rowOf(notebook, 'llm-01-01'))?.status).toBe('not started')
})

test('the first key typed under a question makes its note, and a reload keeps everything', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion('Why does word2vec need negative samples')
  expect(await readdir(join(notebook, 'notes'))).toEqual([])
  await page.keyboard.type('W')
  await workspace.waitUntilSaved()
  await page.keyboard.type('ithout them all vectors collapse.')
  await workspace.waitUntilSaved()
  const [file = ''] = await readdir(join(notebook, 'notes'))
  expect(await readFile(join(notebook, 'notes', file), 'utf8')).toBe(
    '---\nanswers: [llm-02-08]\n---\nWithout them all vectors collapse.\n',
  )
  await page.reload()
  await expect(workspace.answer).toContainText('Without them all vectors collapse.')
  expect(await rowOf(notebook, 'llm-02-08')).toMatchObject({ status: 'draft', notes: [`notes/${file}`] })
})

test('a question can have several answers, and unlinking one deletes nothing', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(join(notebook, 'notes', 'Free.md'), '# A free note\n\nabout residuals\n')
  await workspace.openQuestion('residual connections')
  await workspace.write('They keep gradients alive.')
  await page.getByRole('button', { name: 'Link a note…' }).click()
  await page
    .getByRole('dialog', { name: 'Link a note' })
    .getByRole('button', { name: /A free note/ })
    .click()
  const tabs = page.getByRole('tablist', { name: 'Answers' }).getByRole('tab')
  await expect(tabs).toHaveCount(2)
  await expect(workspace.answer).toContainText('about residuals')
  expect(await readFile(join(notebook, 'notes', 'Free.md'), 'utf8')).toBe(
    '---\nanswers: [llm-03-06]\n---\n# A free note\n\nabout residuals\n',
  )

  await page.getByRole('button', { name: 'Answer actions' }).click()
  await page.getByRole('menuitem', { name: 'Unlink from this question' }).click()
  await expect(workspace.answer).toContainText('They keep gradients alive.')
  await expect(tabs).toHaveCount(0)
  expect(await readFile(join(notebook, 'notes', 'Free.md'), 'utf8')).toContain('about residuals')
  await workspace.message.getByRole('button', { name: 'Undo' }).click()
  await expect(tabs).toHaveCount(2)

  await page.getByRole('button', { name: 'Answer actions' }).click()
  await page.getByRole('menuitem', { name: 'Add another answer' }).click()
  await page.keyboard.type('A third one.')
  await workspace.waitUntilSaved()
  await expect(tabs).toHaveCount(3)
})

test('links to the answer of a question are among its backlinks', async ({ workspace, notebook }) => {
  await mkdir(join(notebook, 'notes', 'sub'), { recursive: true })
  await writeFile(join(notebook, 'notes', 'beta.md'), '---\nanswers: [llm-01-01]\n---\n## Beta\n')
  await writeFile(join(notebook, 'notes', 'sub', 'gamma.md'), 'See [[beta#Beta|b]] and [[llm-01-01]].\n')
  await writeFile(join(notebook, 'notes', 'delta.md'), 'See [[beta]].\n')
  await workspace.openQuestion('What do the encoder and the decoder')
  await expect(workspace.backlinks.getByRole('listitem')).toContainText(['gamma', 'delta'])
})

test('links lead to questions and come back as backlinks', async ({ workspace, page }) => {
  await workspace.openQuestion('Queries and keys play almost interchangeable parts')
  await page.keyboard.type('Compare [[switched the KV')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(
    'Suppose you switched the KV cache off',
  )
  await page.keyboard.press('Enter')
  await workspace.waitUntilSaved()
  await workspace.answer.getByText('Suppose you switched the KV cache off').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Suppose you switched the KV cache off')
  await workspace.backlinks.getByRole('button', { name: /Queries and keys/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Queries and keys')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Suppose you switched the KV cache off')
})

test('the hint stays hidden until it is asked for', async ({ workspace, page }) => {
  await workspace.openQuestion('Set the GPT architecture beside')
  const hint = page.getByText('Good places to look are cross-attention')
  await expect(hint).toBeHidden()
  await page.getByRole('button', { name: 'Hint' }).click()
  await expect(hint).toBeVisible()
})

test('the status is set by menu and counted', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion('What are the advantages'.slice(0, 4))
  await page.getByRole('button', { name: /^Status:/ }).click()
  await page.getByRole('menuitemradio', { name: 'Answered' }).click()
  await expect(page.getByText('1 of 200 answered')).toBeVisible()
  const rows = await runCliJson<QuestionRow[]>(['questions', notebook])
  expect(rows.filter(row => row.status === 'answered')).toHaveLength(1)
  await page.getByRole('button', { name: 'Filter by status and more' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Answered' }).click()
  await page.getByLabel('Filter questions').fill('')
  await expect(workspace.tree.getByRole('treeitem')).toHaveCount(2)
})

test('arrows go on from where the open question was when it leaves the filter (went to the first)', async ({
  workspace,
  page,
}) => {
  await page.getByRole('button', { name: 'Filter by status and more' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Not started' }).click()
  const third = workspace.tree.getByRole('treeitem', { name: /Compare three designs/ })
  await third.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Compare three designs')
  await workspace.write('Mine.')
  await expect(third).toHaveCount(0)
  await workspace.tree.focus()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Set the GPT architecture beside')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Compare three designs')
  await workspace.tree.focus()
  await page.keyboard.press('ArrowDown')
  const next = workspace.tree.getByRole('treeitem', { selected: true })
  await expect(next).toHaveAttribute('aria-posinset', '3')
  expect(await workspace.tree.getAttribute('aria-activedescendant')).toBe(await next.getAttribute('id'))
})

test('letters typed quickly in the tree find the question that starts with them', async ({
  workspace,
  page,
}) => {
  await workspace.tree.focus()
  await page.keyboard.press('Home')
  await page.keyboard.type('comp')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Compare three designs')
})

test('front matter, line endings and what the editor does not know stay as they were', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'kept.md')
  const before =
    '---\r\n# a comment\r\nanswers:\r\n  - llm-01-01\r\nrank: 007\r\n---\r\n\r\nIntro\r\n\r\n<details>\r\n<summary>More</summary>\r\n\r\n*   odd   list\r\n\r\n</details>\r\n\r\nLast.\r\n'
  await writeFile(path, before)
  await workspace.openQuestion('What do the encoder and the decoder')
  await expect(workspace.answer).toContainText('Intro')
  await workspace.answer.getByText('Last.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Added.')
  await workspace.waitUntilSaved()
  expect(await readFile(path, 'utf8')).toBe(before.replace('Last.', 'Last. Added.'))
})

test('a change by another program shows at once, and never over unsaved text', async ({
  workspace,
  page,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'shared.md')
  const text = (body: string): string => `---\nanswers: [llm-01-01]\n---\n${body}\n`
  await writeFile(path, text('first'))
  await workspace.openQuestion('What do the encoder and the decoder')
  await expect(workspace.answer).toHaveText('first')
  await writeFile(path, text('second'))
  await expect(workspace.answer).toHaveText('second')

  await workspace.answer.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' mine')
  await writeFile(path, text('theirs'))
  await expect(workspace.saveState).toHaveText('Conflict')
  await expect(workspace.answer).toHaveText('second mine')
  expect(await readFile(path, 'utf8')).toBe(text('theirs'))
  await page.getByRole('button', { name: 'Keep both' }).click()
  await expect(page.getByRole('tablist', { name: 'Answers' }).getByRole('tab')).toHaveCount(2)
  const files = await readdir(join(notebook, 'notes'))
  const bodies = await Promise.all(files.map(file => readFile(join(notebook, 'notes', file), 'utf8')))
  expect(bodies.sort()).toEqual([text('second mine'), text('theirs')])
})

test('a save that fails is said, kept on screen and tried again', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion('What do the encoder and the decoder')
  await workspace.write('before')
  const notes = join(notebook, 'notes')
  await rename(notes, `${notes}-away`)
  await page.keyboard.type(' and after')
  await expect(workspace.saveState).toHaveText(/^Not saved: /)
  await expect(workspace.answer).toHaveText('before and after')
  await rename(`${notes}-away`, notes)
  await expect(workspace.saveState).toHaveText('Saved', { timeout: 20_000 })
  const [file = ''] = await readdir(notes)
  expect(await readFile(join(notes, file), 'utf8')).toContain('before and after')
})

test('a free note is made, found in the list and moved to the trash and back', async ({
  workspace,
  page,
  notebook,
}) => {
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByLabel('Filter notes').fill('Reading list')
  await page.getByRole('button', { name: 'New note' }).click()
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note).toContainText('Reading list')
  await note.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\nAttention papers')
  await workspace.waitUntilSaved()
  expect(await readFile(join(notebook, 'notes', 'Reading list.md'), 'utf8')).toContain('Attention papers')
  await page.getByRole('button', { name: 'Move note to trash' }).click()
  await expect(page.getByText('The note is in the trash.')).toBeVisible()
  expect(await readdir(join(notebook, 'notes'))).toEqual([])
  await workspace.message.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('tree', { name: 'Notes' }).getByText('Reading list')).toBeVisible()
  expect(await readdir(join(notebook, 'notes'))).toEqual(['Reading list.md'])
})

test('images of the notebook are shown, remote ones are not asked for', async ({
  workspace,
  notebook,
  page,
}) => {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await mkdir(join(notebook, 'attachments'), { recursive: true })
  await writeFile(join(notebook, 'attachments', 'a b.png'), pixel)
  await writeFile(
    join(notebook, 'notes', 'pictures.md'),
    '---\nanswers: [llm-01-01]\n---\n![own](../attachments/a%20b.png)\n\n![remote](http://example.com/x.png)\n',
  )
  await workspace.openQuestion('What do the encoder and the decoder')
  const image = page.getByRole('img', { name: 'own' })
  await expect(image).toBeVisible()
  expect(await image.evaluate(element => (element as HTMLImageElement).naturalWidth)).toBe(1)
  await expect(workspace.answer.getByText('remote').first()).toBeVisible()
})

test('a section has a menu, by keyboard too, that searches and reviews in it and folds all', async ({
  workspace,
  page,
}) => {
  const sections = workspace.tree.getByRole('treeitem', { level: 1 })
  await workspace.tree.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Fold all sections', exact: true }).press('Enter')
  await expect(sections).toHaveCount(14)
  await sections.nth(2).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Review this section' }).click()
  await expect(page.getByLabel('Section', { exact: true })).toHaveValue('llm 3')
  await sections.nth(1).hover()
  await sections.nth(1).getByRole('button', { name: 'What to do with “Tokens and embeddings”' }).click()
  await page.getByRole('menuitem', { name: 'Search in this section' }).click()
  await expect(workspace.search).toBeFocused()
  await expect(workspace.search).toHaveValue('section:"Tokens and embeddings" ')
})

test('notes stand in their folders, which open by mouse and keyboard and at what is opened', async ({
  workspace,
  page,
  notebook,
}) => {
  for (const path of ['Area/Deep/Inner.md', 'Area/Outer.md', 'Other/Else.md']) {
    await mkdir(dirname(join(notebook, 'notes', path)), { recursive: true })
    await writeFile(join(notebook, 'notes', path), `Text of ${path}.\n`)
  }
  await expect(workspace.tree).toBeVisible()
  await page.getByRole('tab', { name: 'Notes' }).click()
  const tree = page.getByRole('tree', { name: 'Notes' })
  const items = tree.getByRole('treeitem')
  await expect(items).toHaveText([/^Area/, /^Other/])
  await items.filter({ hasText: 'Area' }).click()
  await expect(items).toHaveText([/^Area/, /^Deep/, 'Outer', /^Other/])
  await tree.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Text of Area/Deep/Inner.md.')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(items.filter({ hasText: 'Deep' })).toHaveAttribute('aria-expanded', 'false')
  await page.evaluate(() => void (location.hash = `#/note/${encodeURIComponent('notes/Other/Else.md')}`))
  await expect(items.filter({ hasText: 'Else' })).toHaveAttribute('aria-selected', 'true')
  await page.getByLabel('Filter notes').fill('inner')
  await expect(items).toHaveText([/^Area/, /^Deep/, 'Inner'])
})

test('with two lists, a question and the sections of the progress say which list they are of', async ({
  workspace,
  page,
  notebook,
  folder,
}) => {
  await workspace.openQuestion('What do the encoder and the decoder')
  const question = page.getByRole('article', { name: 'Question' })
  await expect(question).not.toContainText('Interview questions on large language models')
  const file = join(folder, 'systems.md')
  await writeFile(file, '# Systems\n\n## Storage\n\n1. What is a write-ahead log?\n')
  await runCliJson(['import-questions', notebook, file])
  await expect(question).toContainText('Interview questions on large language models · Foundations')
  await workspace.run('Progress')
  await expect(page.getByRole('rowheader', { name: 'Systems' })).toBeVisible()
})
