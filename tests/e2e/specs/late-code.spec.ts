import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const notes = {
  'plain.md': 'Words alone.\n',
  'rich.md': 'Euler: $e^{i\\pi}$.\n\n```js\nconst a = 1\n```\n',
}

test('a note can be read and written before the code for its formulas and colours is there', async ({
  page,
  serve,
  notebook,
}) => {
  await mkdir(join(notebook, 'notes'), { recursive: true })
  for (const [name, text] of Object.entries(notes)) await writeFile(join(notebook, 'notes', name), text)
  const { url } = await serve(notebook)
  let letGo = (): void => undefined
  const isLetGo = new Promise<void>(resolve => (letGo = resolve))
  await page.route(/\/assets\/(set-formula|code-tokens)-/, async route => {
    await isLetGo
    await route.continue()
  })
  await page.addInitScript(() =>
    localStorage.setItem('answerbook.start', '{"state":{"isOver":true},"version":1}'),
  )
  await page.goto(url)
  // Places are followed from then on.
  await expect(page.getByRole('tree').first()).toBeVisible()
  const open = (name: string): Promise<void> =>
    page.evaluate(path => void (location.hash = `#/note/${encodeURIComponent(path)}`), `notes/${name}`)
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await open('plain.md')
  await expect(note).toContainText('Words alone.')
  await open('rich.md')
  await expect(note).toContainText('const a = 1')
  await expect(note.locator('.inline-math code')).toHaveText('e^{i\\pi}')
  await expect(note.locator('.hljs-keyword')).toHaveCount(0)
  await note.getByText('const a = 1').click()
  await page.keyboard.press('End')
  await page.keyboard.type('2')
  letGo()
  await expect(note.locator('.hljs-keyword')).toHaveText('const')
  await expect(note.locator('.hljs-number')).toHaveText('12')
  await expect(note.locator('.inline-math math')).toBeVisible()
  await expect(note.locator('.inline-math code')).toHaveCount(0)
  await page.keyboard.type('3')
  await expect(note.locator('.hljs-number')).toHaveText('123')
})
