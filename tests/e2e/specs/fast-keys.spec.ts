import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

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
