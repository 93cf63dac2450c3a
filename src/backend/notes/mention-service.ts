import { AppError } from '../../shared/contract/app-error'
import type { Backlink } from '../../shared/contract/note-procedures'
import { encodeDestination, relativePath } from '../../shared/domain/link-destination'
import { findMention, isMentionable } from '../../shared/domain/mentions'
import { safeLabel } from '../../shared/domain/wiki-link'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import { contextOf } from './link-context'
import type { LinkService } from './link-service'
import type { IndexedNote } from './note-index'
import type { NoteService } from './note-service'
import { wikiTarget } from './wiki-target'

/** So many notes that may mention a title are looked at. */
const mostRead = 60

/** Notes that say another note's title without a link to it. */
export class MentionService {
  readonly #notebooks: NotebookService
  readonly #links: LinkService
  readonly #notes: NoteService

  constructor(notebooks: NotebookService, links: LinkService, notes: NoteService) {
    this.#notebooks = notebooks
    this.#links = links
    this.#notes = notes
  }

  /** Notes that mention a note, each with the words around the first mention. */
  async mentions(path: string, limit: number): Promise<Backlink[]> {
    const { notebook, search } = this.#notebooks
    const title = notebook.notes.get(path)?.title
    if (title === undefined || !isMentionable(title)) return []
    const linking = new Set((await this.#links.backlinks({ path })).map(link => link.path))
    const facets = { status: {}, due: [], starred: [] }
    const phrase = `"${title.replace(/["“”]/g, ' ')}" in:notes `
    const { hits } = await search.query(phrase, { limit: mostRead, matchAll: false, facets })
    const found: Backlink[] = []
    for (const hit of hits) {
      if (found.length === limit) break
      if (hit.id === path || linking.has(hit.id)) continue
      const text = (await notebook.noteStore.read(hit.id).catch(() => undefined))?.text
      const mention = text === undefined ? undefined : findMention(text, title)
      if (text === undefined || mention === undefined) continue
      found.push({
        path: hit.id,
        title: hit.title,
        answers: [...hit.questions],
        context: contextOf(text, { start: mention[0], end: mention[1] }),
      })
    }
    return found
  }

  /**
   * Makes the first mention of the note `to` in the note `path` a link.
   *
   * @throws AppError `notes/not-found` when either is gone, both are the same, or nothing is mentioned any more, and as `NoteService.save`.
   */
  async link(path: string, to: string, clientId: string): Promise<{ hash: string }> {
    const { notebook } = this.#notebooks
    const note = path === to ? undefined : notebook.notes.get(to)
    const { text, hash: baseHash } = await notebook.noteStore.read(path)
    const mention = note === undefined || text === undefined ? undefined : findMention(text, note.title)
    if (note === undefined || text === undefined || mention === undefined) {
      throw new AppError('notes/not-found', { path })
    }
    const [start, end] = mention
    const link = linkTo(note, text.slice(start, end), { notebook, from: path })
    const { hash } = await this.#notes.save(
      { path, text: text.slice(0, start) + link + text.slice(end), baseHash },
      clientId,
    )
    return { hash }
  }
}

interface LinkPlace {
  readonly notebook: OpenNotebook
  /** The note that gets the link. */
  readonly from: string
}

/** A link to a note that shows what is there, which is Markdown. */
function linkTo(note: IndexedNote, spelled: string, { notebook, from }: LinkPlace): string {
  const target = wikiTarget(notebook, note)
  if (target === undefined) {
    const destination = encodeDestination(relativePath(from, note.path))
    return `[${spelled.replace(/(?<!\\)[[\]]/g, '\\$&')}](${destination})`
  }
  return spelled === target ? `[[${target}]]` : `[[${target}|${safeLabel(spelled)}]]`
}
