import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const list = `---
id: signs
title: Signs &amp; names
---

## Research &amp; development

- What is R&amp;D, and what does &lt;b&gt; mean? ^signs-1
`

test('character references are read in questions and notes, and can be typed', async ({
  page,
  serve,
  notebook,
}) => {
  const path = join(notebook, 'notes', 'signs.md')
  await mkdir(join(notebook, 'notes'), { recursive: true })
  await writeFile(join(notebook, 'questions', 'signs.md'), list)
  await writeFile(path, '# Signs\n\nAT&amp;T&nbsp;&copy; &notit; &CounterClockwiseContourIntegral;\n')
  const { url } = await serve(notebook)
  await page.addInitScript(() =>
    localStorage.setItem('answerbook.start', '{"state":{"isOver":true},"version":1}'),
  )
  await page.goto(url)
  // Places are followed from then on.
  await expect(page.getByRole('tree').first()).toBeVisible()
  await page.evaluate(() => void (location.hash = '#/question/signs-1'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is R&D, and what does <b> mean?')
  await expect(page.locator('[data-question="signs-1"]')).toContainText(
    'What is R&D, and what does <b> mean?',
  )
  await page.evaluate(() => void (location.hash = `#/note/${encodeURIComponent('notes/signs.md')}`))
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note).toContainText('AT&T\u00a0© &notit; ∳')
  await note.getByText('AT&T').click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('typed &lt; and R&amp;D')
  await expect.poll(() => readFile(path, 'utf8')).toContain('typed')
  // The words that were typed are shown, not what they would stand for.
  await expect(note).toContainText('typed &lt; and R&amp;D')
  await expect
    .poll(() => readFile(path, 'utf8'))
    .toBe(
      '# Signs\n\nAT&amp;T&nbsp;&copy; &notit; &CounterClockwiseContourIntegral;\n\ntyped \\&lt; and R\\&amp;D\n',
    )
})
