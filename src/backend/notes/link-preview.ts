import type { LinkPreview, LinkTarget } from '../../shared/contract/note-procedures'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import { beginningOf, sectionOf } from '../../shared/domain/markdown/excerpt'
import type { OpenNotebook } from '../notebook/open-notebook'

/** What a link leads to, with the beginning of its text; of a question, that of its first answer. */
export async function previewOf(
  notebook: OpenNotebook,
  target: LinkTarget,
  limit: number,
): Promise<LinkPreview> {
  const notePath = notePathOf(notebook, target)
  const nothing = { target, notePath, text: '', isCut: false, hasHeading: true }
  if (notePath === null) return nothing
  const file = await notebook.noteStore.read(notePath).catch(() => undefined)
  if (file?.text === undefined) return nothing
  const { body } = splitFrontMatter(file.text)
  const heading = target.kind === 'note' ? target.heading : null
  const section = heading === null ? body : sectionOf(body, heading)
  return { target, notePath, hasHeading: section !== undefined, ...beginningOf(section ?? body, limit) }
}

function notePathOf(notebook: OpenNotebook, target: LinkTarget): string | null {
  if (target.kind === 'note') return target.path
  return target.kind === 'question' ? (notebook.notes.answersOf(target.id)[0] ?? null) : null
}
