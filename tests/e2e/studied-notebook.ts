import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Texts of answers by the id of their question. */
export const answers: Readonly<Record<string, string>> = {
  'llm-01-01': 'The encoder reads the whole input at once. The decoder generates from left to right.',
  'llm-01-02': 'GPT keeps masked attention and drops the encoder.',
  'llm-01-03': 'An encoder gives representations, a decoder gives text.',
}

/** Gives three questions an answer, and says in the study log that they are answered. */
export async function writeAnswers(notebook: string): Promise<void> {
  await mkdir(join(notebook, 'study'), { recursive: true })
  const events = Object.keys(answers).map((question, at) => ({
    id: `seed-${at}`,
    at: Date.now() - 1000 + at,
    offset: 0,
    device: 'seed',
    type: 'status',
    question,
    status: 'answered',
  }))
  await writeFile(
    join(notebook, 'study', 'seed.jsonl'),
    events.map(event => `${JSON.stringify(event)}\n`).join(''),
  )
  for (const [id, text] of Object.entries(answers)) {
    await writeFile(join(notebook, 'notes', `${id}.md`), `---\nanswers: [${id}]\n---\n\n${text}\n`)
  }
}

/** What was logged by the app itself. */
export async function logOf(notebook: string): Promise<Record<string, unknown>[]> {
  const names = await readdir(join(notebook, 'study'))
  const texts = await Promise.all(names.map(name => readFile(join(notebook, 'study', name), 'utf8')))
  return texts
    .flatMap(text => text.trimEnd().split('\n'))
    .map(line => JSON.parse(line) as Record<string, unknown>)
    .filter(({ device }) => device !== 'seed')
}
