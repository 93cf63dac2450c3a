import { AttachmentNames } from './attachment-names'
import { joinUnit } from './compose-unit'
import { encodePath, relativePath } from './encode-path'
import {
  chapterTitle,
  exportChapters,
  unitCount,
  type ExportChapter,
  type ExportUnit,
} from './export-chapters'
import type { ExportPlan, UnresolvedTarget } from './export-source'
import { folderLayout, layoutDestination, markdownNames, placed, type FolderLayout } from './folder-layout'
import { HeadingAnchors } from './heading-anchors'
import { escapeText } from './markdown-edits'
import { UnitTexts, type ReadNote } from './unit-texts'

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
  readonly #chapters: readonly ExportChapter[]
  readonly #layout: FolderLayout
  readonly #attachments = new AttachmentNames('attachments')
  readonly #texts: UnitTexts

  constructor(plan: ExportPlan, read: ReadNote) {
    this.#plan = plan
    this.#chapters = exportChapters(plan, { isOneNoteEach: true })
    this.units = unitCount(this.#chapters)
    this.#layout = folderLayout(this.#chapters, markdownNames)
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
    yield this.#mainIndex()
    for (const chapter of this.#chapters) {
      yield this.#index(chapter)
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
    const lines = this.#chapters.map(chapter => {
      const link = encodePath(this.#indexOf(chapter))
      return `- [${escapeText(chapterTitle(chapter))}](${link}) (${chapter.units.length})`
    })
    return {
      path: markdownNames.index,
      markdown: `# ${escapeText(this.#plan.title)}\n\n${lines.join('\n')}\n`,
    }
  }

  #index(chapter: ExportChapter): FolderFile {
    const path = this.#indexOf(chapter)
    const lines = chapter.units.map(
      unit => `- [${escapeText(unit.title)}](${encodePath(relativePath(path, this.#fileOf(unit)))})`,
    )
    return { path, markdown: `# ${escapeText(chapterTitle(chapter))}\n\n${lines.join('\n')}\n` }
  }

  #fileOf(unit: ExportUnit): string {
    return placed(this.#layout.fileOf.get(unit))
  }

  #indexOf(chapter: ExportChapter): string {
    return placed(this.#layout.indexOf.get(chapter))
  }
}
