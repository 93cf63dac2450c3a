import { plainInline } from '../markdown/parse-markdown'
import { AttachmentNames } from './attachment-names'
import { composeUnit, type ComposedUnit } from './compose-unit'
import { encodePath, relativePath } from './encode-path'
import { exportChapters, type ExportChapter, type ExportUnit } from './export-chapters'
import { ExportLinks } from './export-links'
import type { ExportPlan, UnresolvedTarget } from './export-source'
import { folderLayout, indexName, type FolderLayout } from './folder-layout'
import { HeadingAnchors } from './heading-anchors'
import { escapeText } from './markdown-edits'
import { UnitPlaces, type UnitTarget } from './unit-places'

/** A note's text in its parts; `frontMatter` with its fences, empty when there is none. */
export interface NoteText {
  readonly frontMatter: string
  readonly body: string
}

/** Reads the text of the note at a path. */
export type ReadNote = (path: string) => Promise<NoteText>

/** A file of a Markdown folder; the path is relative to it. */
export interface FolderFile {
  readonly path: string
  readonly markdown: string
}

/**
 * The notebook as a folder of Markdown files: one for each question or note, an index for each section and for all.
 * Front matter is kept; links are relative, and lead from every file to where things are now.
 */
export class FolderExport {
  readonly units: number
  readonly #plan: ExportPlan
  readonly #read: ReadNote
  readonly #chapters: readonly ExportChapter[]
  readonly #layout: FolderLayout
  readonly #places: UnitPlaces
  readonly #attachments = new AttachmentNames('attachments')
  readonly #links: ExportLinks

  constructor(plan: ExportPlan, read: ReadNote) {
    this.#plan = plan
    this.#read = read
    this.#chapters = exportChapters(plan, { isOneNoteEach: true })
    this.units = this.#chapters.reduce((sum, { units }) => sum + units.length, 0)
    this.#layout = folderLayout(this.#chapters)
    this.#places = new UnitPlaces(this.#chapters)
    this.#links = new ExportLinks(plan, {
      linkTo: (resolved, from) => {
        const target = this.#places.find(resolved)
        return target === undefined ? undefined : this.#destination(target, from)
      },
      fileFor: (path, from) => encodePath(relativePath(from, this.#attachments.pathFor(path))),
    })
  }

  /** From the path in the notebook to the path in the folder; complete once all files are written. */
  get attachments(): ReadonlyMap<string, string> {
    return this.#attachments.all
  }

  /** Of each file of a unit its note and its question. */
  origins(): Map<string, { readonly note: string | undefined; readonly question: string | undefined }> {
    const units = this.#chapters.flatMap(({ units: own }) => own)
    return new Map(
      units.map(unit => [
        this.#fileOf(unit),
        { note: unit.notes[0]?.path, question: unit.asked?.question.id },
      ]),
    )
  }

  get brokenLinks(): UnresolvedTarget[] {
    return this.#links.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return this.#links.missingImages
  }

  /** Writes one file after the other. `linkedHeadings` are the paths of notes of which links name a heading. */
  async *files(linkedHeadings: ReadonlySet<string>): AsyncGenerator<FolderFile> {
    for (const path of linkedHeadings) {
      const unit = this.#places.unitOfNote(path)
      if (unit === undefined) continue
      const headings = (await this.#compose(unit)).composed.headingsOf.get(path)
      if (headings !== undefined) this.#places.setHeadings(path, headings)
    }
    yield this.#mainIndex()
    for (const chapter of this.#chapters) {
      yield this.#index(chapter)
      for (const unit of chapter.units) yield await this.#file(unit)
    }
  }

  async #file(unit: ExportUnit): Promise<FolderFile> {
    const path = this.#fileOf(unit)
    const { composed, frontMatter } = await this.#compose(unit)
    const markdown = composed.write(
      textPath => this.#links.rewriterFor(textPath, path),
      note => {
        const other = this.#places.unitOfNote(note.path)
        return other === undefined
          ? undefined
          : this.#destination({ kind: 'unit', unit: other, anchor: undefined }, path)
      },
    )
    return { path, markdown: frontMatter === '' ? markdown : `${frontMatter.trimEnd()}\n\n${markdown}` }
  }

  async #compose(unit: ExportUnit): Promise<{ composed: ComposedUnit; frontMatter: string }> {
    const [note] = unit.notes
    const text = note === undefined ? { frontMatter: '', body: '' } : await this.#read(note.path)
    const anchors = new HeadingAnchors()
    const composed = composeUnit(unit, {
      bodies: new Map(note === undefined ? [] : [[note.path, text.body]]),
      level: 1,
      nextAnchor: heading => anchors.next(heading.text, heading.isCertain),
      wikiText: (inner, path) => this.#links.wikiText(inner, path),
    })
    return { composed, frontMatter: text.frontMatter }
  }

  #destination(target: UnitTarget, from: string): string {
    if (target.kind === 'chapter') return encodePath(relativePath(from, this.#indexOf(target.chapter)))
    const { unit, anchor } = target
    const file = this.#fileOf(unit)
    if (anchor !== undefined && file === from) return `#${anchor}`
    return encodePath(relativePath(from, file)) + (anchor === undefined ? '' : `#${anchor}`)
  }

  #mainIndex(): FolderFile {
    const lines = this.#chapters.map(chapter => {
      const link = encodePath(this.#indexOf(chapter))
      return `- [${escapeText(chapterTitle(chapter))}](${link}) (${chapter.units.length})`
    })
    return { path: indexName, markdown: `# ${escapeText(this.#plan.title)}\n\n${lines.join('\n')}\n` }
  }

  #index(chapter: ExportChapter): FolderFile {
    const path = this.#indexOf(chapter)
    const lines = chapter.units.map(
      unit => `- [${escapeText(unit.title)}](${encodePath(relativePath(path, this.#fileOf(unit)))})`,
    )
    return { path, markdown: `# ${escapeText(chapterTitle(chapter))}\n\n${lines.join('\n')}\n` }
  }

  #fileOf(unit: ExportUnit): string {
    return found(this.#layout.fileOf.get(unit))
  }

  #indexOf(chapter: ExportChapter): string {
    return found(this.#layout.indexOf.get(chapter))
  }
}

/** A chapter's title as plain text. */
export function chapterTitle({ section }: ExportChapter): string {
  return section === undefined ? 'Other notes' : `${section.number} ${plainInline(section.title)}`
}

function found(path: string | undefined): string {
  if (path === undefined) throw new TypeError('a unit without a file')
  return path
}
