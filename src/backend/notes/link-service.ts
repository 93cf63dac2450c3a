import type {
  Backlink,
  GraphLink,
  LinkPreview,
  LinkSuggestion,
  LinkTarget,
} from '../../shared/contract/note-procedures'
import { isKnownFileName } from '../../shared/domain/file-kind'
import { linkKey, linkKeysTo } from '../../shared/domain/link-keys'
import { plainInline } from '../../shared/domain/markdown/parse-markdown'
import { splitFrontMatter } from '../../shared/domain/split-front-matter'
import type { ScannedLink } from '../../shared/domain/markdown/scan-links'
import { fileTitle } from '../../shared/domain/file-title'
import { resolveMarkdownLink, resolveWikiLink, type ResolvedLink } from '../../shared/domain/resolve-link'
import { folderBelowNotes } from '../../shared/domain/rename/path-for-rename'
import { safeLabel, wikiLinkToQuestion } from '../../shared/domain/wiki-link'
import { filesBelow } from '../files/files-below'
import { pathInside } from '../files/path-inside'
import { withStorageErrors } from '../files/storage-error'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook, PlacedQuestion } from '../notebook/open-notebook'
import { contextOf } from './link-context'
import { previewOf } from './link-preview'
import type { IndexedNote } from './note-index'
import { wikiTarget } from './wiki-target'

type BacklinkTarget = { readonly path: string } | { readonly questionId: string }

/** Links among notes and questions: where they lead, what leads here, what one could link to. */
export class LinkService {
  readonly #notebooks: NotebookService

  constructor(notebooks: NotebookService) {
    this.#notebooks = notebooks
  }

  async resolve({
    kind,
    target,
    from,
  }: {
    kind: 'wiki' | 'markdown'
    target: string
    from: string | null
  }): Promise<LinkTarget> {
    const { notebook } = this.#notebooks
    const resolved =
      kind === 'wiki'
        ? resolveWikiLink(notebook, target, from ?? undefined)
        : resolveMarkdownLink(notebook, target, from ?? 'notes/new.md')
    switch (resolved.kind) {
      case 'note': {
        const title = notebook.notes.get(resolved.path)?.title ?? fileTitle(resolved.path)
        return { kind: 'note', path: resolved.path, title, heading: resolved.heading ?? null }
      }
      case 'question':
        return {
          kind: 'question',
          id: resolved.id,
          title: plainInline(notebook.question(resolved.id).question.text),
        }
      case 'list':
        return {
          kind: 'list',
          id: resolved.id,
          title: notebook.lists.find(list => list.id === resolved.id)?.title ?? resolved.id,
        }
      case 'attachment':
        return fileTarget(notebook, resolved.path, target)
      case 'external':
      case 'missing':
        return { kind: 'missing', target }
    }
  }

  async preview({
    limit,
    ...link
  }: Parameters<LinkService['resolve']>[0] & { limit: number }): Promise<LinkPreview> {
    return previewOf(this.#notebooks.notebook, await this.resolve(link), limit)
  }

  /** The headings of the note that `[[target]]` leads to. */
  headings(target: string, from: string | null): { level: number; text: string }[] {
    const { notebook } = this.#notebooks
    const resolved = resolveWikiLink(notebook, target, from ?? undefined)
    const note = resolved.kind === 'note' ? notebook.notes.get(resolved.path) : undefined
    return (note?.headings ?? []).map(({ level, text }) => ({ level, text: plainInline(text) }))
  }

  /** Notes, questions and files whose words start with what is typed: best matches first. */
  async suggest(text: string, limit: number): Promise<LinkSuggestion[]> {
    const { notebook } = this.#notebooks
    const words = linkKey(text)
      .split(' ')
      .filter(word => word !== '')
    const notes = [...notebook.notes.all()].map(note => noteSuggestion(notebook, note))
    const questions = [...notebook.questions()].map(questionSuggestion)
    const files = (await filesBelow(notebook.files, notebook.info.path, 'attachments')).flatMap(
      fileSuggestion,
    )
    return [...notes, ...questions, ...files]
      .map(suggestion => ({ suggestion, score: matchScore(suggestion, words) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ suggestion }) => suggestion)
  }

  /** Every link among notes and questions, each once; a note's links to itself are none. */
  graph(): GraphLink[] {
    const { notebook } = this.#notebooks
    return [...notebook.notes.all()].flatMap(({ path, links }) => {
      const targets = new Map<string, GraphLink['to']>()
      for (const link of links) {
        const resolved = resolveIn(notebook, link, path)
        if (resolved.kind === 'question') targets.set(`#${resolved.id}`, { questionId: resolved.id })
        if (resolved.kind === 'note' && resolved.path !== path)
          targets.set(resolved.path, { path: resolved.path })
      }
      return [...targets.values()].map(to => ({ from: path, to }))
    })
  }

  /** Notes that link to a note, or to a question that they don't answer, with the line that does. */
  async backlinks(to: BacklinkTarget): Promise<Backlink[]> {
    const { notebook } = this.#notebooks
    const found: Backlink[] = []
    for (const path of notebook.notes.linkingTo(keysOf(notebook, to))) {
      const note = notebook.notes.get(path)
      const link = note?.links.find(candidate => leadsTo(resolveIn(notebook, candidate, path), to))
      if (note === undefined || link === undefined || isOwn(note, to)) continue
      const file = await notebook.noteStore.read(path).catch(() => undefined)
      if (file === undefined) continue
      const context = contextOf(splitFrontMatter(file.text ?? '').body, link)
      found.push({ path, title: note.title, answers: [...note.answers], context })
    }
    return found
  }
}

/** A name that is no file's, and is none that files have, may be that of a note to be made: `[[Node.js]]`. */
async function fileTarget({ files, info }: OpenNotebook, path: string, target: string): Promise<LinkTarget> {
  const absolute = await withStorageErrors(path, () => pathInside(files, info.path, path))
  const found = absolute === undefined ? undefined : await withStorageErrors(path, () => files.info(absolute))
  if (found?.kind === 'file') return { kind: 'attachment', path, size: found.size }
  if (isKnownFileName(path) || target.includes('attachments/'))
    return { kind: 'attachment', path, size: null }
  return { kind: 'missing', target }
}

function resolveIn(notebook: OpenNotebook, link: ScannedLink, from: string): ResolvedLink {
  return link.kind === 'wiki'
    ? resolveWikiLink(notebook, link.target, from)
    : resolveMarkdownLink(notebook, link.target, from)
}

function leadsTo(resolved: ResolvedLink, to: BacklinkTarget): boolean {
  if ('path' in to) return resolved.kind === 'note' && resolved.path === to.path
  return resolved.kind === 'question' && resolved.id === to.questionId
}

/** Whether a note is what is linked to, or an answer to it. */
function isOwn(note: IndexedNote, to: BacklinkTarget): boolean {
  return 'path' in to ? to.path === note.path : note.answers.includes(to.questionId)
}

function keysOf(notebook: OpenNotebook, to: BacklinkTarget): string[] {
  if ('questionId' in to) return [`^${to.questionId}`, linkKey(to.questionId)]
  const note = notebook.notes.get(to.path)
  return note === undefined ? [] : linkKeysTo(note)
}

function noteSuggestion(notebook: OpenNotebook, note: IndexedNote): LinkSuggestion {
  const target = wikiTarget(notebook, note)
  const insert = note.title === target ? target : `${target}|${safeLabel(note.title)}`
  return {
    kind: 'note',
    id: note.path,
    title: note.title,
    detail: folderBelowNotes(note.path),
    insert: target === undefined ? null : insert,
  }
}

function questionSuggestion({ question, section, list }: PlacedQuestion): LinkSuggestion {
  const title = plainInline(question.text)
  const place = `${section.number}.${question.number}`
  const fileId = fileTitle(list.path)
  return {
    kind: 'question',
    id: question.id,
    title,
    detail: place,
    insert: wikiLinkToQuestion(fileId, question.id, title),
  }
}

/** A name that would end the link can't be linked so. */
function fileSuggestion(path: string): LinkSuggestion[] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const folder = path.slice('attachments/'.length, Math.max('attachments/'.length, path.lastIndexOf('/')))
  if (/[[\]|#^]/.test(path) || !/\.[a-z0-9]{1,8}$/i.test(name)) return []
  const insert = folder === '' ? name : path
  return [{ kind: 'attachment', id: path, title: name, detail: folder, insert }]
}

/** Files come after notes and questions until something is typed. */
function matchScore({ kind, title, id, detail }: LinkSuggestion, words: readonly string[]): number {
  if (words.length === 0) return kind === 'attachment' ? 0.5 : 1
  const key = linkKey(title)
  let score = 0
  for (const word of words) {
    if (id.toLowerCase() === word || detail === word) score += 8
    else if (key.startsWith(word)) score += 4
    else if (key.includes(` ${word}`)) score += 3
    else if (key.includes(word) || id.toLowerCase().includes(word)) score += 1
    else return 0
  }
  return score + 1 / (1 + key.length)
}
