import { temporaryFiles } from '../files/remove-leftovers'
import { aboutFile, type NotebookCheck } from './notebook-check'

/** Temporary files of writes that were killed. */
export const checkTemporaryFiles: NotebookCheck = async ({ files, info }) =>
  (await temporaryFiles(files, info.path)).sort().map(path => aboutFile('temporary-file', path))
