import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { violationsOf } from '../axe'
import { expect, test } from '../fixtures'

const inThirtyDays = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

test('no axe violation in the workspace and its dialogs', async ({ workspace, page }) => {
  await workspace.openQuestion('Queries and keys play almost interchangeable parts')
  await workspace.write('# Heading\nSome text with `code` and [[Queries')
  await page.keyboard.press('Escape')
  expect(await violationsOf(page)).toEqual([])
  await workspace.search.fill('attention')
  await expect(workspace.searchResults.getByRole('listitem').first()).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  for (const command of ['Export notebook', 'Import questions', 'New notebook', 'Open notebook']) {
    await workspace.run(command)
    expect(await violationsOf(page), command).toEqual([])
    await page.keyboard.press('Escape')
  }
})

test('no axe violation in the history, the trash and the backups', async ({ workspace, page, notebook }) => {
  await writeFile(
    join(notebook, 'notes', 'answer.md'),
    '---\nanswers: [llm-01-01]\n---\nBefore and\n\nafter.\n',
  )
  await writeFile(join(notebook, 'notes', 'gone.md'), '# Gone\n\nText\n')
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByRole('tree', { name: 'Notes' }).getByText('Gone').click()
  await page.getByRole('button', { name: 'Move note to trash' }).click()
  await page.getByRole('tab', { name: 'Questions' }).click()
  await workspace.openQuestion('What do the encoder and the decoder')
  await workspace.write(' the change.')
  await expect(page.getByRole('navigation', { name: 'History' }).getByRole('button')).toHaveCount(1)
  expect(await violationsOf(page)).toEqual([])
  await workspace.run('History of this note')
  await expect(page.getByRole('insertion')).toHaveCount(1)
  expect(await violationsOf(page), 'history').toEqual([])
  await page.keyboard.press('Escape')
  await workspace.run('Open the trash')
  await page.getByRole('button', { name: 'Empty trash…' }).click()
  expect(await violationsOf(page), 'trash').toEqual([])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await workspace.run('Back up now')
  await workspace.run('Backups…')
  await expect(page.getByRole('list', { name: 'Backups of this notebook' })).toBeVisible()
  expect(await violationsOf(page), 'backups').toEqual([])
  await page.getByRole('button', { name: /^Restore backup/ }).click()
  expect(await violationsOf(page), 'restore').toEqual([])
})

test('no axe violation in the pages of studying', async ({ workspace, page, notebook }) => {
  test.slow()
  const event = (id: string, daysAgo: number, more: object): string =>
    `${JSON.stringify({ id, at: Date.now() - daysAgo * 86_400_000, device: 'x', question: 'llm-01-01', ...more })}\n`
  const review = { type: 'review', rating: 3, mode: 'recall', ms: 60_000 }
  await mkdir(join(notebook, 'study'), { recursive: true })
  await writeFile(
    join(notebook, 'study', 'x.jsonl'),
    event('a', 20, { type: 'status', status: 'answered' }) +
      event('b', 20, { type: 'confidence', confidence: 2 }) +
      event('c', 20, { type: 'star', isStarred: true }) +
      event('d', 20, review) +
      event('e', 10, review),
  )
  await writeFile(join(notebook, 'notes', 'answer.md'), '---\nanswers: [llm-01-01]\n---\nKeys and values.\n')
  await page.reload()
  await expect(workspace.tree).toBeVisible()
  await workspace.run('What to do today')
  await page.getByLabel('Day of the interview').fill(inThirtyDays())
  await expect(page.getByText(/questions do not fit/)).toBeVisible()
  expect(await violationsOf(page), 'today').toEqual([])
  await workspace.run('Review what is due')
  const card = page.getByRole('article', { name: 'Review' })
  if (await card.isHidden()) await page.getByRole('button', { name: 'Review ahead of time' }).click()
  expect(await violationsOf(page), 'recall').toEqual([])
  await page.keyboard.press('w')
  await page.keyboard.type('Keys only.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Key terms' })).toBeVisible()
  expect(await violationsOf(page), 'comparison').toEqual([])
  await workspace.run('Mock interview')
  expect(await violationsOf(page), 'interview').toEqual([])
  await page.getByRole('button', { name: /^Begin/ }).click()
  await expect(page.getByRole('timer')).toBeVisible()
  expect(await violationsOf(page), 'asking').toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { name: 'How it went' })).toBeVisible()
  expect(await violationsOf(page), 'summary').toEqual([])
  await workspace.run('Progress')
  await expect(
    page.getByRole('region', { name: 'Retention', exact: true }).getByRole('application'),
  ).toBeVisible()
  expect(await violationsOf(page), 'progress').toEqual([])
})

test('no axe violation in callouts of every type and a table’s tools', async ({
  workspace,
  page,
  notebook,
}) => {
  const types = ['note', 'tip', 'success', 'question', 'warning', 'danger', 'example', 'quote', 'made-up']
  const callouts = types.map(type => `> [!${type}]+ About ${type}\n> Text\n`)
  const body = ['| a | b |\n| --- | --- |\n| c | d |\n', ...callouts].join('\n')
  await writeFile(join(notebook, 'notes', 'answer.md'), `---\nanswers: [llm-01-01]\n---\n${body}`)
  await page.setViewportSize({ width: 1280, height: 1600 })
  await workspace.openQuestion('What do the encoder and the decoder')
  await workspace.answer.getByText('About made-up').click()
  expect(await violationsOf(page)).toEqual([])
  await workspace.answer.getByText('d', { exact: true }).click()
  await expect(page.getByRole('toolbar', { name: 'Table' })).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})
