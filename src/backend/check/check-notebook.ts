import { isAbsolute, resolve } from 'node:path'
import { AppError } from '../../shared/contract/app-error'
import type { Finding } from '../../shared/contract/check-procedures'
import { openNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { checkBackup } from './check-backup'
import { checkCache } from './check-cache'
import { checkConflicts } from './check-conflicts'
import { checkHistory } from './check-history'
import { checkIds } from './check-ids'
import { checkJournal } from './check-journal'
import { checkLinks } from './check-links'
import { checkReadable } from './check-readable'
import { checkStudyLog } from './check-study-log'
import { checkTemporaryFiles } from './check-temporary-files'
import { checkTrash } from './check-trash'
import type { NotebookCheck } from './notebook-check'

/** All checks, in the order in which their findings are told. */
const checks: readonly NotebookCheck[] = [
  checkReadable,
  checkIds,
  checkLinks,
  checkConflicts,
  checkJournal,
  checkTemporaryFiles,
  checkTrash,
  checkHistory,
  checkStudyLog,
  checkCache,
]

/** Looks through the notebook in a folder. @throws AppError as `openNotebook`. */
export async function checkNotebook(ports: BackendPorts, path: string): Promise<Finding[]> {
  if (!isAbsolute(path)) throw new AppError('notebook/not-found', { path })
  const notebook = await openNotebook(ports, resolve(path), { deviceId: 'check', isMended: false })
  const findings: Finding[] = []
  for (const check of checks) findings.push(...(await check(notebook)))
  findings.push(...(await checkBackup(ports, notebook)))
  return findings
}
