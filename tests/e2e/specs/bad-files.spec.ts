import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const front = '---\nanswers: [llm-01-01]\n---\n'

/** On a machine that does other work a file of 20 MB is not read and written in no time. */
const longMs = 45_000

const tooMuch: Readonly<Record<string, string>> = {
  'a file of 20 MB': `${'A line of a log, **over** and over. '.repeat(10)}\n`.repeat(56_000),
  'a line of 1 MB': `${'word '.repeat(200_000)}end\n`,
  '10,000 nested quotes': `${'> '.repeat(10_000)}a\n`,
  '10,000 unclosed brackets': `${'['.repeat(10_000)}\n`,
  '10,000 unclosed emphases': `${'*a '.repeat(10_000)}end\n`,
  '10,000 backticks': `${'`a``'.repeat(5000)}\n`,
  '10,000 angle brackets': `${'<'.repeat(10_000)}\n`,
  '14,000 paragraphs': 'a\n\n'.repeat(14_000).trimEnd() + '\n',
  'a table that leaves out most cells': `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n${'|1\n'.repeat(1900)}`,
}

for (const [name, body] of Object.entries(tooMuch)) {
  test(`${name}: shown as source, and a letter typed below is all that changes`, async ({
    workspace,
    notebook,
  }) => {
    test.slow()
    const path = join(notebook, 'notes', 'too-much.md')
    await writeFile(path, front + body)
    await workspace.openQuestion('What do the encoder and the decoder', { withinMs: longMs })
    await expect(workspace.answer.getByText('Source').first()).toBeVisible({ timeout: longMs })
    await workspace.type('Q')
    // Compared outside of the assertion: a difference would be printed as megabytes.
    const isRight = async (): Promise<boolean> => (await readFile(path, 'utf8')) === `${front}${body}Q\n`
    await expect.poll(isRight, { timeout: longMs }).toBe(true)
  })
}

const notText: Readonly<Record<string, Buffer>> = {
  'UTF-16': Buffer.from('\ufeffSome text\n', 'utf16le'),
  'Latin 1': Buffer.from('un café\n', 'latin1'),
  'a character that is cut off': Buffer.from([0x61, 0x0a, 0xe4, 0xb8]),
  'bytes of a program': Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)),
}

// In one window: each start of one takes longer than what is looked at.
test('notes that are no text are left alone, in words', async ({ workspace, page, notebook }) => {
  for (const [name, bytes] of Object.entries(notText))
    await writeFile(join(notebook, 'notes', `${name}.md`), bytes)
  const goTo = (hash: string): Promise<void> => page.evaluate(to => void (location.hash = to), hash)
  await expect(workspace.tree).toBeVisible()
  for (const [name, bytes] of Object.entries(notText)) {
    await goTo('#/question/llm-01-01')
    await expect(workspace.answer).toBeVisible()
    await goTo(`#/note/${encodeURIComponent(`notes/${name}.md`)}`)
    await expect(page.getByText('The file is not UTF-8 text, so it is left alone.'), name).toBeVisible()
    expect(await readFile(join(notebook, 'notes', `${name}.md`)), name).toEqual(bytes)
  }
})
