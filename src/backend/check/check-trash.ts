import { join } from 'node:path'
import type { Finding } from '../../shared/contract/check-procedures'
import { readTextFile } from '../files/text-file'
import { TrashStore } from '../trash/trash-store'
import { aboutFile, type NotebookCheck } from './notebook-check'

/** Notes in the trash that can't be put back, because their files can't be read. */
export const checkTrash: NotebookCheck = async ({ files, info }) => {
  const paths = await new TrashStore(files, info.path).list().catch(() => [])
  const findings: Finding[] = []
  for (const path of paths) {
    await readTextFile(files, join(info.path, path)).catch(() =>
      findings.push(aboutFile('unreadable-trash', path)),
    )
  }
  return findings
}
