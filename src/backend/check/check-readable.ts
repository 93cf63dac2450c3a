import { join } from 'node:path'
import type { Finding } from '../../shared/contract/check-procedures'
import { readTextFile } from '../files/text-file'
import { aboutFile, type NotebookCheck } from './notebook-check'

/** Whether the notebook can be written, and every note and list of it read. */
export const checkReadable: NotebookCheck = async notebook => {
  const { info, files, notes } = notebook
  const findings: Finding[] = info.readOnly === null ? [] : [aboutFile('read-only', '.', info.readOnly)]
  for (const { path, fileProblem, problem } of notes.all()) {
    if (fileProblem !== undefined) findings.push(aboutFile('unreadable-note', path, fileProblem))
    else if (problem !== undefined)
      // The fence is the first line of the file.
      findings.push({ kind: 'bad-front-matter', path, line: problem.line + 1, detail: problem.detail })
  }
  for (const name of await notebook.listStore.names()) {
    const path = `questions/${name}`
    const isReadable = await readTextFile(files, join(info.path, path)).then(
      () => true,
      () => false,
    )
    if (!isReadable) findings.push(aboutFile('unreadable-list', path))
  }
  return findings.sort((a, b) => (a.path < b.path ? -1 : 1))
}
