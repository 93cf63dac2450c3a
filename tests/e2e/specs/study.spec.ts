import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCliJson } from '../../support/run-cli'
import { expect, test } from '../fixtures'
import { answers, logOf, writeAnswers } from '../studied-notebook'

interface QuestionRow {
  readonly id: string
  readonly status: string
  readonly confidence: number | null
}

const typesOf = async (notebook: string): Promise<unknown[]> =>
  (await logOf(notebook)).map(({ type }) => type)

test.beforeEach(async ({ notebook }) => {
  await writeAnswers(notebook)
})

test('a review goes from the question over recall to a grade, by keyboard alone', async ({
  workspace,
  page,
  notebook,
}) => {
  await expect(page.getByRole('button', { name: 'Review 3' })).toBeVisible()
  await workspace.tree.focus()
  await page.keyboard.press('Control+Shift+Y')
  const review = page.getByRole('article', { name: 'Review' })
  await expect(review).toBeFocused()
  await expect(review.getByRole('heading', { level: 1 })).toContainText('What do the encoder and the decoder')
  await expect(review.getByText('3 left')).toBeVisible()
  await expect(page.getByText('reads the whole input')).toBeHidden()
  await page.keyboard.press('Space')
  await expect(page.getByText('reads the whole input')).toBeVisible()
  const grades = page.getByRole('group', { name: 'Grade' })
  await expect(grades.getByRole('button')).toHaveText([
    /1.*Again.*Not recalled.*tomorrow/,
    /2.*Hard.*Recalled, with effort.*in 2 days/,
    /3.*Good.*Recalled.*in \d+ days/,
    /4.*Easy.*Recalled at once.*in \d+ days/,
  ])
  await page.keyboard.press('3')
  await expect(review.getByText('2 left')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  await expect(review.getByText('3 left')).toBeVisible()
  await expect(page.getByText('reads the whole input')).toBeVisible()
  // A key that is for something else grades nothing.
  const filter = page.getByRole('main').getByRole('button', { name: 'Filter by status and more' })
  await filter.click()
  await page.keyboard.press('1')
  await page.keyboard.press('Escape')
  await expect(filter).toBeFocused()
  await review.focus()
  await page.keyboard.press('2')
  await expect(review.getByRole('heading', { level: 1 })).toContainText('Set the GPT architecture beside')
  await page.keyboard.press('s')
  await expect(review.getByRole('heading', { level: 1 })).toContainText('Compare three designs')
  await page.keyboard.press('s')
  await page.keyboard.press('h')
  await expect(page.getByText('Good places to look are cross-attention')).toBeVisible()
  for (const grade of ['4', '1']) {
    await page.keyboard.press('Space')
    await expect(grades).toBeVisible()
    await page.keyboard.press(grade)
    await expect(grades).toBeHidden()
  }
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible()
  await expect(page.getByText('3 answers reviewed.')).toBeVisible()
  const byGrade = page.getByRole('list', { name: 'By grade' }).getByRole('listitem')
  await expect(byGrade).toHaveText(['Again 1', 'Hard 1', 'Good 0', 'Easy 1'])
  expect(await typesOf(notebook)).toEqual(['review', 'undo', 'review', 'review', 'review'])
  // One Space too many leads nowhere, and the last grade can still be taken back, also later.
  await page.keyboard.press('Space')
  await workspace.run('What to do today')
  await workspace.run('Review what is due')
  await expect(byGrade).toHaveCount(4)
  await page.keyboard.press('Control+z')
  await expect(review.getByText('1 left')).toBeVisible()
  await page.keyboard.press('3')
  await expect(byGrade).toHaveText(['Again 0', 'Hard 1', 'Good 1', 'Easy 1'])
  await page.getByRole('button', { name: 'Write the next answer' }).press('Enter')
  await expect(workspace.answer).toBeFocused()
})

test('an answer written from memory is shown beside the own one, with what was left out', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.run('Review what is due')
  await expect(page.getByRole('article', { name: 'Review' })).toBeFocused()
  await page.keyboard.press('w')
  await expect(page.getByRole('textbox', { name: 'From memory' })).toBeFocused()
  await page.keyboard.type('Decoders generate, reading from the left. ')
  await workspace.run('What to do today')
  await workspace.run('Review what is due')
  await page.keyboard.type('4 layers are usual.')
  await page.keyboard.press('Control+Enter')
  const terms = page.getByRole('region', { name: 'Key terms' })
  await expect(terms.getByRole('listitem')).toHaveText([
    /^left.*recalled/,
    /^right.*missed/,
    /^once.*missed/,
    /^whole.*missed/,
    /^reads.*recalled/,
  ])
  const own = page.getByRole('region', { name: 'My answer' })
  await expect(own.getByText('The encoder reads the whole input')).toBeVisible()
  const marked = (): Promise<string[]> =>
    page.evaluate(() => [...(CSS.highlights.get('missed-words') ?? [])].map(String))
  await expect.poll(marked).toEqual(['encoder', 'whole', 'input', 'once', 'right'])
  const written = page.getByRole('region', { name: 'From memory' })
  await expect(written.locator('mark')).toHaveText(['4 layers', 'usual'])
  await page.keyboard.press('e')
  await expect(workspace.answer).toBeFocused()
  await page.goBack()
  await expect(own.getByText('The encoder reads the whole input')).toBeVisible()
  // At twice the size, the grades stand in one row, and the answer can be scrolled to.
  const size = page.viewportSize()
  await page.setViewportSize({ width: 640, height: 400 })
  await expect(page.getByRole('button', { name: 'Easy' })).toBeInViewport({ ratio: 1 })
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('PageDown')
  await expect(own.getByText('The encoder reads the whole input')).toBeInViewport()
  if (size !== null) await page.setViewportSize(size)
  await page.keyboard.press('2')
  await expect(page.getByText('2 left')).toBeVisible()
  expect(await logOf(notebook)).toMatchObject([{ type: 'review', mode: 'written', rating: 2 }])
})

test('a mock interview is held, graded, kept and saved as a note, by keyboard alone', async ({
  workspace,
  page,
  notebook,
}) => {
  const others = Object.keys(answers).join(', ')
  await writeFile(join(notebook, 'notes', 'other.md'), `---\nanswers: [${others}]\n---\n\nPut otherwise.\n`)
  await workspace.run('Mock interview')
  const setup = page.getByRole('form', { name: 'Mock interview' })
  await expect(setup.getByRole('status')).toHaveText('3 questions to draw from')
  await setup.getByLabel('Seed').focus()
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('timer')).toHaveText(/^[34]:\d\d$/)
  const box = page.getByRole('textbox', { name: 'My answer in the interview' })
  await expect(box).toBeFocused()
  await page.keyboard.type('What I remember.')
  await page.keyboard.press('Alt+f')
  // What was typed outlives a crash of the page.
  await page.reload()
  await expect(box).toHaveValue('What I remember.')
  await expect(page.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'true')
  await box.focus()
  await page.keyboard.press('Alt+p')
  await expect(box).toBeHidden()
  await workspace.run('What to do today')
  await expect(page.getByText('A mock interview is paused at question 1 of 3')).toBeVisible()
  await page.getByRole('button', { name: 'Back to it' }).press('Enter')
  await page.getByRole('button', { name: 'Go on' }).press('Enter')
  await expect(box).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.keyboard.press('Alt+s')
  await expect(page.getByText('3 of 3')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const grading = page.getByRole('article', { name: 'Grade the mock interview' })
  await expect(grading).toBeFocused()
  await expect(page.getByRole('region', { name: 'From memory' })).toContainText('What I remember.')
  await page.getByRole('button', { name: 'Answer 2' }).click()
  await expect(page.getByRole('region', { name: 'My answer' })).toContainText('Put otherwise.')
  await page.keyboard.press('3')
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(page.getByText('1 of 3')).toBeVisible()
  for (const [at, grade] of ['2', '1', '4'].entries()) {
    await expect(page.getByText(`${at + 1} of 3`)).toBeVisible()
    await page.keyboard.press(grade)
  }
  await expect(page.getByRole('heading', { name: 'How it went' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveText([/Question/, /Hard$/, /Again$/, /Easy$/])
  expect(await typesOf(notebook)).toEqual([])
  await page.getByRole('button', { name: 'Discard' }).press('Enter')
  await page.keyboard.press('Enter')
  const keep = page.getByRole('button', { name: 'Keep in the study log' })
  await expect(page.getByRole('button', { name: 'Discard' })).toBeFocused()
  await keep.focus()
  await page.keyboard.press('Enter')
  const newInterview = page.getByRole('button', { name: 'New interview' })
  await expect(newInterview).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(newInterview).toBeVisible()
  expect(await typesOf(notebook)).toEqual(['session', 'review', 'review', 'review'])
  await newInterview.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toContainText('What I remember.')
  await page.goBack()
  await page.getByRole('button', { name: 'Take it back out of the log' }).click()
  await expect(page.getByRole('button', { name: 'Keep in the study log' })).toBeVisible()
  expect((await typesOf(notebook)).filter(type => type === 'undo')).toHaveLength(4)
  await keep.press('Enter')
  await newInterview.press('Enter')
  const past = page.getByRole('region', { name: 'Past interviews' }).getByRole('button')
  await expect(past).toHaveText([/2 of 3 graded answers recalled/])
  await past.press('Enter')
  await page.getByText('What I typed').click()
  await expect(page.getByText('What I remember.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save as a note' })).toBeVisible()
})

/** What is typed into a field for a date. */
function keysOfDay(daysAhead: number): string {
  // A day of studying begins at four in the morning.
  const day = new Date(Date.now() + (daysAhead * 24 - 4) * 60 * 60 * 1000)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${two(day.getMonth() + 1)}${two(day.getDate())}${day.getFullYear()}`
}

test('a date makes a plan for today and says what can be reached, by keyboard alone', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.tree.focus()
  await page.keyboard.press('Control+Alt+Y')
  const today = page.getByRole('article', { name: 'Today' })
  await expect(today.getByRole('heading', { name: '3 answers to review' })).toBeVisible()
  await expect(today.getByRole('heading', { name: 'Write next' })).toBeVisible()
  await today.getByLabel('Day of the interview').focus()
  await page.keyboard.type(keysOfDay(10))
  await expect(
    today.getByText(/^(9|10|11) days until the interview · 0 of 30 minutes done today$/),
  ).toBeVisible()
  await expect(today.getByText(/you will have written about \d+ of 200 answers by then/)).toBeVisible()
  await expect(today.getByText(/^1\d\d questions do not fit$/)).toBeVisible()
  const writes = today.getByRole('list', { name: 'To write' }).getByRole('listitem')
  await expect(writes).toHaveCount(3)
  await expect(writes.first()).toContainText('1.4')
  // What matters more and is easier comes first.
  await writes.nth(2).getByLabel('Matters').selectOption('Matters much')
  await expect(writes.first()).toContainText('1.6')
  const minutes = today.getByLabel('Minutes a day')
  await minutes.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('60', { delay: 50 })
  await expect(writes).toHaveCount(6)
  await expect(minutes).toBeFocused()
  await expect(minutes).toHaveValue('60')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('2')
  await expect(today.getByText('A whole number from 5 to 600.')).toBeVisible()
  const settings = (await logOf(notebook)).filter(({ type }) => type === 'settings')
  expect(settings.map(event => event['settings'])).toEqual([
    expect.objectContaining({ interviewOn: expect.any(String) }),
    { minutesPerDay: 60 },
  ])
  await writes.first().getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(workspace.answer).toBeFocused()
  expect((await logOf(notebook)).map(({ type }) => type)).toContain('judgement')
})

test('the field of the date and the plan agree', async ({ workspace, page }) => {
  await workspace.tree.focus()
  await page.keyboard.press('Control+Alt+Y')
  const field = page.getByLabel('Day of the interview')
  const typeDay = async (daysAhead: number): Promise<void> => {
    await field.blur()
    await field.focus()
    await page.keyboard.type(keysOfDay(daysAhead))
  }
  const plan = page.getByText(/days until the interview/)
  await typeDay(0)
  await expect(page.getByText('choose a day after today. Nothing is planned for it.')).toBeVisible()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await typeDay(10)
  await expect(plan).toBeVisible()
  await typeDay(-40)
  await expect(page.getByText(/choose a day after today. The plan is still for/)).toBeVisible()
  await typeDay(10)
  await expect(field).toHaveAttribute('aria-invalid', 'false')
  await page.getByRole('button', { name: 'No date' }).press('Enter')
  await expect(plan).toBeHidden()
  await expect(field).toBeFocused()
  await typeDay(10)
  await expect(plan).toBeVisible()
  await field.blur()
  await field.focus()
  for (const key of ['Backspace', 'ArrowRight', 'Backspace', 'ArrowRight', 'Backspace'])
    await page.keyboard.press(key)
  await expect(plan).toBeHidden()
  await expect(field).toHaveValue('')
})

test('time spent writing is logged when the page is left', async ({ workspace, page, notebook }) => {
  await workspace.openQuestion('Where does the limit on an')
  await workspace.answer.focus()
  const begun = Date.now()
  for (const [at, words] of ['One', ' two', ' three'].entries()) {
    await page.clock.setSystemTime(begun + at * 2600)
    await page.keyboard.type(words)
    await workspace.waitUntilSaved()
  }
  // What is fetched while the page is idle would fail in between.
  await page.waitForLoadState('networkidle')
  await page.reload()
  await expect.poll(() => typesOf(notebook)).toContain('writing')
})

test('progress is shown as charts, as tables behind them and on the command line', async ({
  workspace,
  page,
  notebook,
}) => {
  const day = 24 * 60 * 60 * 1000
  const reviews = [12, 8, 1].map((daysAgo, at) => ({
    id: `review-${at}`,
    at: Date.now() - daysAgo * day,
    offset: 0,
    device: 'seed',
    type: 'review',
    question: 'llm-01-01',
    rating: at === 1 ? 1 : 3,
    mode: 'recall',
    ms: 60_000,
  }))
  await writeFile(
    join(notebook, 'study', 'reviews.jsonl'),
    reviews.map(event => `${JSON.stringify(event)}\n`).join(''),
  )
  await page.reload()
  await expect(workspace.tree).toBeVisible()
  await workspace.run('Progress')
  const progress = page.getByRole('article', { name: 'Progress' })
  await expect(progress.getByText('3 of 200')).toBeVisible()
  await expect(progress.getByRole('row', { name: /Foundations.* 3\/8/ })).toBeVisible()
  const retention = progress.getByRole('region', { name: 'Retention', exact: true })
  await expect(retention.getByText('50% recalled in 2 later reviews; the target is 90%.')).toBeVisible()
  await expect(retention.getByRole('application')).toBeVisible()
  const dueChart = progress.getByRole('region', { name: 'Due in the next 30 days', exact: true })
  await dueChart.getByRole('button', { name: 'Show as table' }).press('Enter')
  await expect(dueChart.getByRole('row')).toHaveCount(31)
  const activity = progress.getByRole('region', { name: 'Activity', exact: true })
  await expect(activity.getByRole('img')).toHaveAccessibleName(/on 3 days of the last year/)
  await progress.getByRole('region', { name: 'Weakest answers' }).getByRole('button').press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What do the encoder and the decoder')

  const stats = await runCliJson<{
    answered: number
    sections: { title: string; answered: number }[]
    dueForecast: unknown[]
    streak: unknown
    retention: { target: number; weeks: { reviews: number }[] }
  }>(['stats', notebook])
  expect(stats).toMatchObject({
    questions: 200,
    answered: 3,
    streak: { current: 1, longest: 1 },
    retention: { target: 0.9 },
  })
  expect(stats.dueForecast).toHaveLength(30)
  expect(stats.sections[0]).toMatchObject({ title: 'Foundations of large language models', answered: 3 })
  expect(stats.retention.weeks.reduce((sum, week) => sum + week.reviews, 0)).toBe(2)
})

test('a queue is narrowed by section and mark, and marks show in the tree', async ({
  workspace,
  page,
  notebook,
}) => {
  await workspace.openQuestion('Set the GPT architecture beside')
  await page.getByRole('button', { name: 'Star', exact: true }).click()
  await page.getByRole('button', { name: 'Confidence: not set' }).click()
  await page.getByRole('menuitemradio', { name: /^2/ }).click()
  const row = workspace.tree.getByRole('treeitem').filter({ hasText: 'Set the GPT architecture beside' })
  await expect(row.getByRole('img', { name: 'Starred' })).toBeVisible()
  await expect(row.getByRole('img', { name: 'Confidence 2 of 5' })).toBeVisible()
  const rows = await runCliJson<QuestionRow[]>(['questions', notebook])
  expect(rows.find(({ id }) => id === 'llm-01-02')).toMatchObject({ confidence: 2, status: 'answered' })
  await page.getByLabel('Filter questions').fill('')
  await page.getByRole('button', { name: 'Filter by status and more' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Unsure' }).click()
  await expect(workspace.tree.getByRole('treeitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Filter by status and more' }).click()
  await page.getByRole('menuitem', { name: 'Keep this view' }).click()
  await page.getByRole('button', { name: 'Remove the filter Unsure' }).click()
  await expect(workspace.tree.getByRole('treeitem').nth(5)).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Filter by status and more' }).click()
  await page.getByRole('menuitemradio', { name: 'Unsure' }).click()
  await expect(workspace.tree.getByRole('treeitem')).toHaveCount(2)

  await page.keyboard.press('Control+Shift+Y')
  await expect(page.getByText('3 left')).toBeVisible()
  const main = page.getByRole('main')
  await main.getByRole('button', { name: 'Filter by status and more' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Starred' }).click()
  await expect(page.getByText('1 left')).toBeVisible()
  await page.getByLabel('Section', { exact: true }).selectOption({ index: 2 })
  await expect(page.getByText('No answer that is due matches the filter.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter: 3 others wait' }).click()
  await expect(page.getByText('3 left')).toBeVisible()
  await page.getByLabel('Section', { exact: true }).selectOption({ index: 2 })
  await workspace.run('What to do today')
  await page.getByRole('button', { name: 'Start reviews' }).press('Enter')
  await expect(page.getByText('3 left')).toBeVisible()
})
