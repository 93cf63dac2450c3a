import { join } from 'node:path'
import type { Finding } from '../../shared/contract/check-procedures'
import { parseQuestionList } from '../../shared/domain/parse-question-list'
import { readTextFile } from '../files/text-file'
import { aboutFile, type NotebookCheck } from './notebook-check'

/** Ids that lists or questions share, and answers to questions that are in no list. */
export const checkIds: NotebookCheck = async notebook => {
  const { info, files, listStore, notes } = notebook
  const findings: Finding[] = []
  const owners = new Map<string, string>()
  const claim = (id: string, path: string): void => {
    const owner = owners.get(id)
    if (owner === undefined) owners.set(id, path)
    else findings.push(aboutFile('duplicate-id', path, `${id} (${owner})`))
  }
  for (const name of await listStore.names()) {
    const path = `questions/${name}`
    const file = await readTextFile(files, join(info.path, path)).catch(() => undefined)
    if (file === undefined) continue
    const list = parseQuestionList(file.text, name)
    claim(`list ${list.id.toLowerCase()}`, path)
    for (const { id, hasStoredId } of list.sections.flatMap(section => section.questions))
      if (hasStoredId) claim(id, path)
  }
  for (const { path, answers } of notes.all())
    for (const id of answers)
      if (!notebook.hasQuestion(id)) findings.push(aboutFile('unknown-question', path, id))
  return findings
}
