import { AttachmentNames } from './attachment-names'
import { joinUnit } from './compose-unit'
import { encodePath, relativePath } from './encode-path'
import { exportChapters, unitCount, type ExportChapter, type ExportUnit } from './export-chapters'
import type { ExportPlan, UnresolvedTarget } from './export-source'
import {
  flatLayout,
  folderLayout,
  layoutDestination,
  markdownNames,
  placed,
  type FolderLayout,
} from './folder-layout'
import { HeadingAnchors } from './heading-anchors'
import { headingKey } from './heading-key'
import { escapeText } from './markdown-edits'
import type { UnitTarget } from './unit-places'
import { UnitTexts, type ReadNote } from './unit-texts'
import { WikiNames, wikiHeading, wikiLinkTo } from './wiki-links'

/** A file of a Markdown folder; the path is relative to it. */
export interface FolderFile {
  readonly path: string
  readonly markdown: string
}

/** How the files of a folder link to each other: `[[name#Heading|words]]`, or `[words](path#heading)`. */
export type FolderLinkStyle = 'wiki' | 'markdown'

export interface FolderExportOptions {
  readonly read: ReadNote
  readonly links: FolderLinkStyle
}

/**
 * The notebook as a folder of Markdown files: one for each question or note, an index for each section and for all, unless one
 * stands alone.
 * Front matter is kept; links are relative, and lead from every file to where things are now.
 */
export class FolderExport {
  readonly units: number
  readonly #plan: ExportPlan
  readonly #chapters: readonly ExportChapter[]
  readonly #layout: FolderLayout
  readonly #attachments = new AttachmentNames('attachments')
  readonly #texts: UnitTexts
  readonly #wikiNames: WikiNames | undefined

  constructor(plan: ExportPlan, { read, links }: FolderExportOptions) {
    this.#plan = plan
    this.#chapters = exportChapters(plan, { isOneNoteEach: true })
    this.units = unitCount(this.#chapters)
    const layout = plan.isAlone === true ? flatLayout : folderLayout
    this.#layout = layout(this.#chapters, markdownNames)
    const { fileOf, indexOf } = this.#layout
    this.#wikiNames = links === 'wiki' ? new WikiNames([...fileOf.values(), ...indexOf.values()]) : undefined
    this.#texts = new UnitTexts(
      { plan, chapters: this.#chapters, read },
      {
        level: 1,
        placeOf: unit => this.#fileOf(unit),
        anchorsOf: () => {
          const anchors = new HeadingAnchors()
          return heading => anchors.next(heading.text, heading.isCertain)
        },
        destination: (target, from) => layoutDestination(this.#layout, target, from),
        fileFor: (path, from) => encodePath(relativePath(from, this.#attachments.pathFor(path))),
        wikiTo: links === 'wiki' ? (target, from) => this.#wikiTo(target, from) : undefined,
      },
    )
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
    return this.#texts.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return this.#texts.missingImages
  }

  /** Writes one file after the other. */
  async *files(): AsyncGenerator<FolderFile> {
    const hasIndexes = this.#plan.isAlone !== true
    if (hasIndexes) yield this.#mainIndex()
    for (const chapter of this.#chapters) {
      if (hasIndexes) yield this.#index(chapter)
      for (const unit of chapter.units) yield await this.#file(unit)
    }
  }

  async #file(unit: ExportUnit): Promise<FolderFile> {
    const { frontMatter, ...parts } = await this.#texts.write(unit)
    const markdown = joinUnit(parts)
    return {
      path: this.#fileOf(unit),
      markdown: frontMatter === '' ? markdown : `${frontMatter.trimEnd()}\n\n${markdown}`,
    }
  }

  #mainIndex(): FolderFile {
    const path = markdownNames.index
    const lines = this.#chapters.map(chapter => {
      const link = this.#link(chapter.title, path, this.#indexOf(chapter))
      return `- ${link} (${chapter.units.length})`
    })
    return { path, markdown: `# ${escapeText(this.#plan.title)}\n\n${lines.join('\n')}\n` }
  }

  #index(chapter: ExportChapter): FolderFile {
    const path = this.#indexOf(chapter)
    const lines = chapter.units.map(unit => `- ${this.#link(unit.title, path, this.#fileOf(unit))}`)
    return { path, markdown: `# ${escapeText(chapter.title)}\n\n${lines.join('\n')}\n` }
  }

  #link(title: string, from: string, to: string): string {
    return (
      wikiLinkTo(this.#wikiNames?.nameFor(to), title) ??
      `[${escapeText(title)}](${encodePath(relativePath(from, to))})`
    )
  }

  #wikiTo(target: UnitTarget | string, from: string): string | undefined {
    if (typeof target === 'string') return this.#attachments.pathFor(target)
    if (target.kind === 'chapter') return this.#wikiNames?.nameFor(this.#indexOf(target.chapter))
    const { unit, heading } = target
    const file = this.#fileOf(unit)
    if (heading === undefined) return this.#wikiNames?.nameFor(file)
    const words = wikiHeading(heading.text)
    if (!heading.isFirst || headingKey(words) !== headingKey(heading.text) || words === '') return undefined
    return `${file === from ? '' : (this.#wikiNames?.nameFor(file) ?? '')}#${words}`
  }

  #fileOf(unit: ExportUnit): string {
    return placed(this.#layout.fileOf.get(unit))
  }

  #indexOf(chapter: ExportChapter): string {
    return placed(this.#layout.indexOf.get(chapter))
  }
}
