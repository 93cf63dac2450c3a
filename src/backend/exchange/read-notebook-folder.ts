import type { FilePort } from '../files/file-port'
import { decodeText } from '../files/text-file'
import { isNotebookFolder, notebookFileName } from '../notebook/notebook-store'
import { isListPath, readStudy, type ExportedFolder } from './read-exported-folder'
import type { VaultFile } from './read-vault'

/**
 * Another notebook as what it is: its lists, notes, attachments and study log. Undefined for a folder that is none.
 *
 * @param files of the folder, by paths relative to it
 */
export async function readNotebookFolder(
  port: FilePort,
  folder: string,
  files: readonly VaultFile[],
): Promise<ExportedFolder | undefined> {
  if (!(await isNotebookFolder(port, folder))) return undefined
  const lists: { path: string; text: string }[] = []
  const left: { path: string; reason: 'too-large' | 'unreadable' }[] = []
  const study: ExportedFolder['study'][number][] = []
  const others: VaultFile[] = []
  for (const file of files) {
    if (file.path === notebookFileName) continue
    if (isListPath(file.path)) {
      const bytes = await port.read(file.absolute).catch(() => undefined)
      const text = bytes === undefined ? undefined : decodeText(bytes)
      if (text === undefined) left.push({ path: file.absolute, reason: 'unreadable' })
      else lists.push({ path: file.path, text })
    } else if (/^study\/[^/]+\.jsonl$/i.test(file.path)) {
      const log = await readStudy(port, file)
      if ('reason' in log) left.push({ path: file.absolute, reason: log.reason })
      else study.push(...log.events)
    } else others.push(placed(file))
  }
  return { lists, files: others, study, left }
}

/** A note that stands outside of `notes/` goes there. */
function placed(file: VaultFile): VaultFile {
  const isElsewhere = /\.(?:md|markdown)$/i.test(file.path) && !file.path.startsWith('notes/')
  return isElsewhere ? { ...file, path: `notes/${file.path}` } : file
}
