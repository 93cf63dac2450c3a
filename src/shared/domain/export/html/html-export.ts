import GithubSlugger from 'github-slugger'
import { AttachmentNames } from '../attachment-names'
import { joinUnit } from '../compose-unit'
import {
  chapterTitle,
  exportChapters,
  unitCount,
  type ExportChapter,
  type ExportUnit,
} from '../export-chapters'
import type { ExportPlan, UnresolvedTarget } from '../export-source'
import { UnitTexts, type ReadNote } from '../unit-texts'
import { Formulas, type KatexAssets } from './formulas'
import { htmlAnchors, idFor } from './html-anchors'
import { htmlContents } from './html-contents'
import { escapeHtml, pageEnd, pageStart, styleElements } from './html-page'
import { pageStyle } from './page-style'
import { renderHtml } from './render-html'

export interface HtmlExportOptions {
  readonly read: ReadNote
  /** The address of an image of the notebook within the page; undefined for a file that is none. */
  readonly embed: (path: string) => Promise<string | undefined>
  /** The relative name of the folder beside the page that files go to which are no images; undefined where none can be. */
  readonly filesFolder: string | undefined
  readonly katex: KatexAssets
  readonly policy: string
}

/** The notebook as one page that needs nothing else: contents, sections, questions with their answers, other notes. */
export class HtmlExport {
  readonly units: number
  readonly #plan: ExportPlan
  readonly #options: HtmlExportOptions
  readonly #chapters: readonly ExportChapter[]
  readonly #texts: UnitTexts
  readonly #ids = new Map<ExportUnit | ExportChapter, string>()
  readonly #names: AttachmentNames
  readonly #pathOf = new Map<string, string>()
  readonly #noImages: UnresolvedTarget[] = []
  readonly #formulas = new Formulas()

  constructor(plan: ExportPlan, options: HtmlExportOptions) {
    this.#plan = plan
    this.#options = options
    this.#chapters = exportChapters(plan, { isOneNoteEach: false })
    this.units = unitCount(this.#chapters)
    this.#names = new AttachmentNames(options.filesFolder ?? 'files')
    this.#giveIds()
    this.#texts = new UnitTexts(
      { plan, chapters: this.#chapters, read: options.read },
      {
        level: 3,
        placeOf: () => '',
        anchorsOf: unit => {
          const id = this.#idOf(unit)
          // No id of a unit has a full stop.
          return htmlAnchors(id, `${id}.`)
        },
        destination: target =>
          target.kind === 'chapter'
            ? `#${this.#idOf(target.chapter)}`
            : `#${target.anchor ?? this.#idOf(target.unit)}`,
        fileFor: path => this.#fileFor(path),
      },
    )
  }

  /** Files that texts embed or link to: from their path in the notebook to the path beside the page. */
  get attachments(): ReadonlyMap<string, string> {
    return this.#names.all
  }

  get brokenLinks(): UnresolvedTarget[] {
    return this.#texts.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return [...this.#texts.missingImages, ...this.#noImages]
  }

  /** Writes one piece after the other. */
  async *pieces(): AsyncGenerator<string> {
    const { title, lists } = this.#plan
    const { policy } = this.#options
    const styles = styleElements([pageStyle])
    yield pageStart({ title, language: lists[0]?.language, styles, policy })
    yield `<header class="title"><h1 dir="auto">${escapeHtml(title)}</h1></header>\n<div class="whole">\n`
    yield htmlContents(this.#chapters, {
      plan: this.#plan,
      isOpen: true,
      hrefOf: item => `#${encodeURIComponent(this.#idOf(item))}`,
    })
    yield '<main>\n'
    for (const chapter of this.#chapters) {
      yield this.#chapterStart(chapter)
      for (const unit of chapter.units) yield await this.#article(unit)
      yield '</section>\n'
    }
    yield `</main>\n</div>\n${styleElements(this.#formulas.neededStyles(this.#options.katex))}${pageEnd}`
  }

  #chapterStart(chapter: ExportChapter): string {
    const { list } = chapter
    const isFirst = list !== undefined && this.#chapters.find(each => each.list === list) === chapter
    const label =
      isFirst && this.#plan.lists.length > 1
        ? `<p class="list" dir="auto">${escapeHtml(list.title)}</p>\n`
        : ''
    const title = escapeHtml(chapterTitle(chapter))
    return `<section class="chapter">\n${label}<h2 id="${this.#idOf(chapter)}" dir="auto">${title}</h2>\n`
  }

  async #article(unit: ExportUnit): Promise<string> {
    const parts = await this.#texts.write(unit)
    const html = await renderHtml(joinUnit(parts), {
      ids: parts.ids,
      prefix: `${this.#idOf(unit)}.note.`,
      formula: (source, isDisplay) => this.#formulas.set(source, isDisplay),
      hasFiles: this.#options.filesFolder !== undefined,
      isCodeHighlighted: true,
      image: async destination => {
        const path = this.#pathOf.get(destination)
        if (path === undefined) return undefined
        const address = await this.#options.embed(path)
        if (address === undefined) this.#noImages.push({ path: unit.notes[0]?.path ?? '', target: path })
        return address
      },
    })
    return `<article>\n${html}\n</article>\n`
  }

  #fileFor(path: string): string {
    const destination = this.#names.nameFor(path)
    this.#pathOf.set(destination, path)
    return destination
  }

  #giveIds(): void {
    const slugger = new GithubSlugger()
    for (const chapter of this.#chapters) {
      const { list, section, units } = chapter
      for (const unit of units)
        this.#ids.set(unit, idFor(slugger, unit.asked?.question.id ?? `note ${unit.title}`))
      this.#ids.set(
        chapter,
        idFor(slugger, section === undefined ? 'other notes' : `${list?.id ?? ''} section ${section.number}`),
      )
    }
  }

  #idOf(item: ExportUnit | ExportChapter): string {
    const id = this.#ids.get(item)
    if (id === undefined) throw new TypeError('not in this export')
    return id
  }
}
