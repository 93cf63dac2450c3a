import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isTemporaryName } from '../../../src/backend/files/write-durably'

/** Files of a notebook that a kill must not damage, checked by their own formats. */
export interface Expected {
  /** Every file that nobody writes, with what it holds. */
  readonly untouched: Readonly<Record<string, string>>
  /** Whether a note may hold this. */
  readonly isNote: (text: string) => boolean
}

/** A sentence for each file below the notebook or the settings that is damaged. */
export async function findDamage(
  notebook: string,
  settingsFolder: string,
  { untouched, isNote }: Expected,
): Promise<string[]> {
  const problems: string[] = []
  for (const [path, text] of Object.entries(untouched)) {
    if ((await readText(join(notebook, path))) !== text) problems.push(`${path} is not what it was`)
  }
  for (const path of await filesIn(join(notebook, 'notes'))) {
    if (!isNote(await readText(path))) problems.push(`${path} holds what was never saved`)
  }
  for (const path of await filesIn(join(notebook, 'study'))) {
    const lines = (await readText(path)).split('\n').slice(0, -1)
    if (lines.some(line => !isJson(line))) problems.push(`${path} has a broken line before its last`)
  }
  const wholes = [
    ...(await filesIn(join(notebook, '.answerbook', 'journal'))),
    ...(await filesIn(settingsFolder)),
  ]
  for (const path of wholes) {
    if (!isJson(await readText(path))) problems.push(`${path} is no JSON`)
  }
  return problems
}

/** All that unsaved text in the journal says. */
export async function readDrafts(notebook: string): Promise<string> {
  const texts = (await filesIn(join(notebook, '.answerbook', 'journal'))).map(readText)
  return (await Promise.all(texts)).join('\n')
}

export async function readNoteTexts(notebook: string): Promise<string[]> {
  return Promise.all((await filesIn(join(notebook, 'notes'))).map(readText))
}

export async function readNotes(notebook: string): Promise<string> {
  return (await readNoteTexts(notebook)).join('\n')
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter(name => !isTemporaryName(name) && !/\.tmp-\w+$/.test(name))
    .map(name => join(folder, name))
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
