import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { noteOfWords } from '../bench-notes.ts'
import { makeNote } from '../search/corpus.ts'

/** Words of the long notes that typing is measured in. */
export const longNotes = [1000, 10_000, 20_000, 50_000] as const

export interface BenchNotebook {
  readonly path: string
  /** Questions whose answers are ordinary notes, in the order of the list; each text begins with its question's id. */
  readonly ordinary: readonly string[]
  /** Questions that `longNotes` answer. */
  readonly long: readonly string[]
}

/** A notebook with the built-in list whose questions all have an answer, and free notes up to `count` notes in all. */
export async function makeNotebook(path: string, count: number, cli: string): Promise<BenchNotebook> {
  execFileSync(process.execPath, [cli, 'init', path], { stdio: 'ignore' })
  const list = await readFile(join(path, 'questions', 'llm.md'), 'utf8')
  const ids = [...list.matchAll(/\^(llm-\d\d-\d\d)/g)].map(match => match[1] ?? '')
  const long = ids.slice(-longNotes.length)
  const ordinary = ids.slice(0, -longNotes.length)
  await mkdir(join(path, 'notes'), { recursive: true })
  for (const [index, id] of long.entries())
    await writeNote(path, `${id}.md`, `---\nanswers: [${id}]\n---\n${noteOfWords(longNotes[index] ?? 0)}`)
  for (let number = 0; number < count - long.length; number += 1) {
    const { id: name, title, body } = makeNote(number, 7)
    const answered = ordinary[number]
    const head = answered === undefined ? `# ${title}` : `---\nanswers: [${answered}]\n---\n${answered}`
    await writeNote(path, `many/${name.slice('notes/'.length)}`, `${head}\n\n${body}`)
  }
  return { path, ordinary, long }
}

async function writeNote(path: string, name: string, text: string): Promise<void> {
  const file = join(path, 'notes', name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
