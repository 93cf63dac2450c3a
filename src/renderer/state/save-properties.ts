import { AppError } from '../../shared/contract/app-error'
import type { AnswerbookClient } from '../../shared/contract/contract'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import { rewriteProperties } from '../../shared/domain/rewrite-properties'
import type { NoteSession } from './note-session'

/**
 * Writes other properties at the top of a note; its text stays, also what is being typed.
 *
 * @throws AppError `notes/conflict` when they are no longer `before`, as `notes.read` and `notes.save`.
 * @throws RangeError when `yaml` can't be read.
 */
export async function saveProperties(
  session: NoteSession,
  client: Pick<AnswerbookClient, 'notes.read' | 'notes.save'>,
  { before, yaml }: { readonly before: string; readonly yaml: string },
): Promise<void> {
  const { path } = session
  if (path === undefined) throw new TypeError('properties of a note that is not there')
  await session.flush()
  const { text, hash } = await client['notes.read']({ path })
  if (splitFrontMatter(text).yaml !== before) throw new AppError('notes/conflict', { path })
  const rewritten = rewriteProperties(text, yaml)
  if (rewritten.kind === 'problem') throw new RangeError(rewritten.problem.detail)
  await client['notes.save']({ path, text: rewritten.text, baseHash: hash })
  await session.refresh()
}
