import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLearner } from '../../bench/plan/learner'
import { simulateLog } from '../../bench/plan/simulate-log'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures'

/** Of these slow learners one is predicted better by fitted weights, the other is not. */
const seedOfBetter = 6
const seedOfNotBetter = 2

async function writeLog(notebook: string, seed: number, days: number): Promise<void> {
  const events = simulateLog(createLearner('slow', seed), { days, minutesPerDay: 20 })
  await mkdir(join(notebook, 'study'), { recursive: true })
  await writeFile(
    join(notebook, 'study', 'seed.jsonl'),
    events.map(event => `${JSON.stringify(event)}\n`).join(''),
  )
}

/** Opens the settings of studying; the card in them. */
async function openCard(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Today' }).click()
  await page.getByText('How reviews are scheduled').click()
  return page.getByRole('region', { name: 'Fit to my reviews' })
}

async function lastWeights(notebook: string): Promise<unknown> {
  const names = (await readdir(join(notebook, 'study'))).filter(name => name !== 'seed.jsonl')
  const texts = await Promise.all(names.map(name => readFile(join(notebook, 'study', name), 'utf8')))
  const last = texts.join('').trimEnd().split('\n').at(-1) ?? '{}'
  return (JSON.parse(last) as { settings?: { weights?: unknown } }).settings?.weights
}

test('scheduling is fitted to the own reviews, and goes back to the defaults', async ({
  page,
  serve,
  notebook,
}) => {
  await writeLog(notebook, seedOfBetter, 120)
  await page.goto((await serve(notebook)).url)
  const card = await openCard(page)
  await card.getByRole('button', { name: 'Try it' }).click()
  await expect(card.getByRole('status')).toContainText('it predicts those better')
  await card.getByRole('button', { name: 'Use it from now on' }).click()
  await expect(card).toContainText('by what your own reviews told')
  await expect.poll(() => lastWeights(notebook)).toHaveLength(21)
  await card.getByRole('button', { name: 'Back to the defaults' }).click()
  await expect(card).toContainText('how well people remember on average')
  await expect.poll(() => lastWeights(notebook)).toBeNull()
})

test('scheduling stays as it is while there are too few reviews', async ({ page, serve, notebook }) => {
  await writeLog(notebook, seedOfBetter, 20)
  await page.goto((await serve(notebook)).url)
  const card = await openCard(page)
  await card.getByRole('button', { name: 'Try it' }).click()
  await expect(card.getByRole('status')).toContainText('reviews are missing')
  await expect(card.getByRole('button', { name: 'Try it' })).toBeEnabled()
})

test('scheduling stays as it is when the defaults predict as well', async ({ page, serve, notebook }) => {
  await writeLog(notebook, seedOfNotBetter, 120)
  await page.goto((await serve(notebook)).url)
  const card = await openCard(page)
  await card.getByRole('button', { name: 'Try it' }).click()
  await expect(card.getByRole('status')).toContainText('Nothing is changed')
  await expect(card.getByRole('button', { name: 'Use it from now on' })).toHaveCount(0)
})

test('a fit that fails says so, changes nothing, and can be tried again', async ({
  page,
  serve,
  notebook,
}) => {
  await writeLog(notebook, seedOfBetter, 120)
  let failures = 1
  await page.routeWebSocket(/.*/, socket => {
    const server = socket.connectToServer()
    socket.onMessage(message => {
      const { id, name } = JSON.parse(String(message)) as { id: number; name: string }
      if (name !== 'study.optimise' || failures === 0) return server.send(message)
      failures -= 1
      const error = { code: 'internal', message: 'it broke' }
      socket.send(JSON.stringify({ id, result: { ok: false, error } }))
    })
  })
  await page.goto((await serve(notebook)).url)
  const card = await openCard(page)
  await card.getByRole('button', { name: 'Try it' }).click()
  await expect(card.getByRole('status')).toHaveText('This did not work. Nothing was changed.')
  await card.getByRole('button', { name: 'Try it' }).click()
  await expect(card.getByRole('button', { name: 'Use it from now on' })).toBeVisible()
  expect(failures).toBe(0)
})
