import { join } from 'node:path'
import type { Finding } from '../../shared/contract/check-procedures'
import { readTextFile } from '../files/text-file'
import { aboutFile, type NotebookCheck } from './notebook-check'

const folder = '.answerbook/trash'

/** Notes in the trash that can't be put back, because their files can't be read. */
export const checkTrash: NotebookCheck = async ({ files, info }) => {
  const entries = await files.list(join(info.path, folder)).catch(() => [])
  const findings: Finding[] = []
  for (const { name } of entries.filter(entry => /\.md$/i.test(entry.name))) {
    const path = `${folder}/${name}`
    await readTextFile(files, join(info.path, path)).catch(() =>
      findings.push(aboutFile('unreadable-trash', path)),
    )
  }
  return findings
}
