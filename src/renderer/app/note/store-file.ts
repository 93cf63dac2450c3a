import { AppError } from '../../../shared/contract/app-error'
import type { AnswerbookClient } from '../../../shared/contract/contract'
import { largestFileBytes } from '../../../shared/domain/file-kind'
import { encodeDestination, relativePath } from '../../../shared/domain/link-destination'
import type { NoteSession } from '../../state/note-session'

/**
 * Stores a file for the note of a session and gives the address that the note links it by.
 *
 * @throws AppError as `attachments.add`.
 */
export async function storeFile(
  file: File,
  client: AnswerbookClient,
  session: Pick<NoteSession, 'path' | 'questionId'>,
): Promise<string> {
  const { name } = file
  if (file.size > largestFileBytes) {
    throw new AppError('attachments/too-large', { name, limit: largestFileBytes })
  }
  const base64 = await base64Of(file)
  const notePath = session.path ?? null
  const questionId = session.questionId ?? null
  const { path } = await client['attachments.add']({ name, base64, notePath, questionId })
  // The folder is that of the note as it is called now: it may have been renamed meanwhile.
  return encodeDestination(relativePath(session.path ?? 'notes/new.md', path))
}

/** @throws AppError `storage/not-found` when the file can't be read, such as a folder. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const address = String(reader.result)
      resolve(address.replace(/^[^,]*,?/, ''))
    })
    reader.addEventListener('error', () => reject(new AppError('storage/not-found', { name: file.name })))
    reader.readAsDataURL(file)
  })
}
