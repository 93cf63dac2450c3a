import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { WorkspacePage } from '../pages/workspace-page'

test('search finds questions as one types, by keyboard from first to last', async ({ workspace, page }) => {
  await page.keyboard.press('Control+K')
  await expect(workspace.search).toBeFocused()
  await page.keyboard.type('speculative deco')
  const hits = workspace.searchResults.getByRole('listitem')
  await expect(hits.first()).toContainText('small language model')
  await expect(hits.first().locator('mark').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(hits.nth(1).getByRole('button')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('small language model')
  await expect(workspace.searchResults).toBeHidden()
})

test('a note is found right after it was saved, in Chinese too', async ({ workspace, page }) => {
  await workspace.openQuestion('residual connections')
  await workspace.write('残差连接让梯度直接流过每一层。 zyzzyva')
  await workspace.search.fill('梯度直接')
  const hit = workspace.searchResults.getByRole('listitem').first()
  await expect(hit).toContainText('残差连接让梯度直接流过每一层')
  await expect(hit.locator('mark').first()).toHaveText('梯度直接')
  await workspace.search.fill('zyzz')
  await expect(workspace.searchResults.getByRole('listitem')).toHaveCount(1)
  await workspace.search.fill('qqqqq')
  await expect(page.getByText('Nothing found')).toBeVisible()
})

test('a few letters of a title lead to a question or note', async ({ workspace, page, notebook }) => {
  await writeFile(join(notebook, 'notes', 'Rotary embeddings.md'), 'Angles.\n')
  await expect(workspace.tree).toBeVisible()
  await page.keyboard.press('Control+O')
  const dialog = page.getByRole('dialog', { name: 'Go to question or note' })
  await dialog.getByRole('combobox').fill('emb rot')
  await expect(dialog.getByRole('option').first()).toContainText('Rotary embeddings')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveText('Angles.')
  await page.keyboard.press('Control+O')
  await dialog.getByRole('combobox').fill('encoder decoder differ')
  await expect(dialog.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await dialog.getByRole('combobox').fill('zzz')
  await expect(dialog.getByText('No title has all of these words.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await workspace.openQuestion('What do the encoder and the decoder')
  await workspace.afterPaint()
  await page.keyboard.press('Control+O')
  await expect(dialog.getByRole('group', { name: 'Recently open' })).toBeVisible()
  await expect(dialog.getByRole('option')).toHaveText([/Rotary embeddings/])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveText('Angles.')
  // Back and forth: the last place is the first.
  await page.keyboard.press('Control+O')
  await page.keyboard.press('Enter')
  await expect(workspace.answer).toBeVisible()
})

const long = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} says this and that.`)
const costs = [...long, 'Here quick foxes tile the softmax.', ...long, 'Again the softmax.'].join('\n\n')

test('results stand by question, and a note opens at the place that was found', async ({
  workspace,
  page,
  notebook,
}) => {
  await writeFile(
    join(notebook, 'notes', 'Costs.md'),
    `---\nanswers: [llm-01-01]\ntags: [nlp/kernels]\n---\n${costs}\n`,
  )
  await expect(workspace.tree).toBeVisible()
  await workspace.search.fill('"quick foxes" tile ')
  const hits = workspace.searchResults.getByRole('listitem')
  await expect(hits).toHaveCount(1)
  await expect(workspace.searchResults).toContainText('1.1 What do the encoder and the decoder')
  await page.keyboard.press('Enter')
  const place = workspace.answer.getByText('Here quick foxes tile')
  await expect(place).toBeInViewport()
  await expect(workspace.answer).toBeFocused()

  await workspace.search.fill('tag:nlp/kernels softmax ')
  // The results of before had one hit as well.
  await expect(hits.locator('mark').filter({ hasText: 'softmax' }).first()).toBeVisible()
  await expect(hits).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(hits).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(workspace.answer.getByText('Again the softmax.')).toBeInViewport()
})

test('a note is found by the address of a link, and opens there', async ({ workspace, page, notebook }) => {
  const links = [...long, 'See [what they measured](https://arxiv.org/abs/2205.14135v2).', ...long]
  await writeFile(
    join(notebook, 'notes', 'Papers.md'),
    `---\nanswers: [llm-01-01]\n---\n${links.join('\n\n')}\n`,
  )
  await expect(workspace.tree).toBeVisible()
  await workspace.search.fill('arxiv.org/abs/2205.14135v2 ')
  const hits = workspace.searchResults.getByRole('listitem')
  await expect(hits.locator('mark').filter({ hasText: '14135v2' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(workspace.answer.getByText('what they measured')).toBeInViewport()
})

test('the query is helped: filters as chips, values, corrections, problems, searches before', async ({
  workspace,
  page,
}) => {
  await workspace.search.click()
  await page.getByRole('button', { name: 'status:draft' }).click()
  await expect(workspace.search).toHaveValue('status:draft')
  await workspace.search.fill('attnetion section:insi')
  await expect(page.getByText('Nothing has “attnetion”; this is for attention.')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(workspace.search).toHaveValue('attnetion section:"Inside the Transformer" ')
  await page.getByRole('button', { name: 'Remove the filter section: Inside the Transformer' }).press('Enter')
  await expect(workspace.search).toHaveValue('attnetion ')
  await workspace.search.fill('attention softmax (cache')
  await expect(page.getByText('A bracket is not closed.')).toBeVisible()
  await page.getByRole('button', { name: 'Keep this search' }).click()
  const some = await workspace.searchResults.getByRole('listitem').count()
  await page.getByRole('button', { name: 'All words' }).click()
  await expect.poll(() => workspace.searchResults.getByRole('listitem').count()).toBeLessThan(some)
  await page.getByRole('button', { name: 'All words' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('region', { name: 'Kept searches' }).getByRole('button')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(workspace.search).toHaveValue('attention softmax (cache')
})

test('text is replaced across notes after a look at each change, and the undo takes all of it back', async ({
  workspace,
  page,
  notebook,
}) => {
  const read = (name: string): Promise<string> => readFile(join(notebook, 'notes', name), 'utf8')
  await writeFile(join(notebook, 'notes', 'A.md'), '---\ntitle: A tensor\n---\nA tensor and a Tensor.\n')
  await writeFile(join(notebook, 'notes', 'B.md'), 'One tensor.\r\n')
  await writeFile(join(notebook, 'notes', 'C.md'), 'Tensors.\n')
  await expect(workspace.tree).toBeVisible()
  await page.keyboard.press('Control+Alt+r')
  const dialog = page.getByRole('dialog', { name: 'Replace in all notes' })
  await dialog.getByLabel('Find').fill('tensor')
  await dialog.getByLabel('Replace with').fill('array')
  await dialog.getByLabel('Whole words').check()
  await expect(dialog.getByRole('status')).toHaveText('3 places in 2 notes')
  await expect(dialog.getByText('A array and a Tensor.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Replace 3 places in 2 notes' }).click()
  await expect(page.getByText('Replaced 3 places in 2 notes.')).toBeVisible()
  expect(await read('A.md')).toBe('---\ntitle: A tensor\n---\nA array and a array.\n')
  expect(await read('B.md')).toBe('One array.\r\n')
  await workspace.message.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => read('B.md')).toBe('One tensor.\r\n')
  expect(await read('A.md')).toBe('---\ntitle: A tensor\n---\nA tensor and a Tensor.\n')
})

test('an expression is looked for until all notes are looked through', async ({ page, serve, notebook }) => {
  await mkdir(join(notebook, 'notes', 'many'))
  const text = `${'trees feed bees '.repeat(70)}\n\n`.repeat(25)
  for (let number = 0; number < 200; number += 1) {
    const end = number % 50 === 49 ? `needle${number}` : ''
    await writeFile(join(notebook, 'notes', 'many', `${number}.md`), `# Note ${number}\n\n${text}${end}\n`)
  }
  const { url } = await serve(notebook)
  await page.addInitScript(() => {
    localStorage.setItem('answerbook.start', '{"state":{"isOver":true},"version":1}')
  })
  await page.goto(url)
  const workspace = new WorkspacePage(page)
  await expect(workspace.tree).toBeVisible()
  await workspace.search.fill('/(e+e+)+y|needle\\d+/')
  const footer = page.getByRole('status').filter({ hasText: 'results' })
  await expect(footer).toHaveText('4 results', { timeout: 30_000 })
  await expect(footer).toHaveAttribute('aria-busy', 'false')
  await expect(workspace.searchResults.locator('mark').first()).toHaveText(/needle\d+/)
})
