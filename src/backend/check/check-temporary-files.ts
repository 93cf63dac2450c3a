import { setTimeout as delay } from 'node:timers/promises'
import { temporaryFiles } from '../files/remove-leftovers'
import { aboutFile, type NotebookCheck } from './notebook-check'

/** A write that is under way is over by then. */
const writeMs = 300

/** Temporary files of writes that were killed. */
export const checkTemporaryFiles: NotebookCheck = async ({ files, info }) => {
  const found = await temporaryFiles(files, info.path)
  if (found.length === 0) return []
  await delay(writeMs)
  const left = new Set(await temporaryFiles(files, info.path))
  return found
    .filter(path => left.has(path))
    .sort()
    .map(path => aboutFile('temporary-file', path))
}
