import GithubSlugger from 'github-slugger'
import { AttachmentNames } from '../attachment-names'
import { joinUnit } from '../compose-unit'
import { exportChapters, type ExportChapter, type ExportUnit } from '../export-chapters'
import type { ExportPlan, UnresolvedTarget } from '../export-source'
import { UnitTexts, type ReadNote } from '../unit-texts'
import type { CalloutStyle } from './callout-element'
import type { Formulas } from './formulas'
import { htmlAnchors, idFor } from './html-anchors'
import { escapeHtml } from './html-page'
import { renderHtml } from './render-html'

export interface HtmlBodyOptions {
  readonly read: ReadNote
  /** The address of an image of the notebook within the page; undefined for a file that is none. */
  readonly embed: (path: string) => Promise<string | undefined>
  /** The relative name of the folder beside the page that files go to which are no images; undefined where none can be. */
  readonly filesFolder: string | undefined
  readonly callouts: CalloutStyle
}

/** Chapters and articles of an export whose ids are those of one page. */
export class HtmlBody {
  readonly chapters: readonly ExportChapter[]
  readonly #plan: ExportPlan
  readonly #options: HtmlBodyOptions
  readonly #texts: UnitTexts
  readonly #ids = new Map<ExportUnit | ExportChapter, string>()
  readonly #names: AttachmentNames
  readonly #pathOf = new Map<string, string>()
  readonly #noImages: UnresolvedTarget[] = []

  constructor(plan: ExportPlan, options: HtmlBodyOptions) {
    this.#plan = plan
    this.#options = options
    this.chapters = exportChapters(plan, { isOneNoteEach: false })
    this.#names = new AttachmentNames(options.filesFolder ?? 'files')
    this.#giveIds()
    this.#texts = new UnitTexts(
      { plan, chapters: this.chapters, read: options.read },
      {
        level: plan.isAlone === true ? 1 : 3,
        placeOf: () => '',
        anchorsOf: unit => {
          const id = this.idOf(unit)
          // No id of a unit has a full stop.
          return htmlAnchors(id, `${id}.`)
        },
        destination: target =>
          target.kind === 'chapter'
            ? `#${this.idOf(target.chapter)}`
            : `#${target.heading?.id ?? this.idOf(target.unit)}`,
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

  idOf(item: ExportUnit | ExportChapter): string {
    const id = this.#ids.get(item)
    if (id === undefined) throw new TypeError('not in this export')
    return id
  }

  hrefOf(item: ExportUnit | ExportChapter): string {
    return `#${encodeURIComponent(this.idOf(item))}`
  }

  /** What stands before the articles of a chapter, and after them; nothing about what stands alone. */
  chapterStart(chapter?: ExportChapter): string {
    if (this.#plan.isAlone === true) return ''
    return `<section class="chapter">\n${chapter === undefined ? '' : this.#chapterHead(chapter)}`
  }

  get chapterEnd(): string {
    return this.#plan.isAlone === true ? '' : '</section>\n'
  }

  #chapterHead(chapter: ExportChapter): string {
    const { list } = chapter
    const isFirst = list !== undefined && this.chapters.find(each => each.list === list) === chapter
    const label =
      isFirst && this.#plan.lists.length > 1
        ? `<p class="list" dir="auto">${escapeHtml(list.title)}</p>\n`
        : ''
    return `${label}<h2 id="${this.idOf(chapter)}" dir="auto">${escapeHtml(chapter.title)}</h2>\n`
  }

  /** `formulas` are those of the page. */
  async article(unit: ExportUnit, formulas: Formulas): Promise<string> {
    const parts = await this.#texts.write(unit)
    const html = await renderHtml(joinUnit(parts), {
      ids: parts.ids,
      prefix: `${this.idOf(unit)}.note.`,
      words: this.#plan.words,
      callouts: this.#options.callouts,
      formula: (source, isDisplay) => formulas.set(source, isDisplay),
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
    for (const chapter of this.chapters) {
      const { list, section, units } = chapter
      for (const unit of units)
        this.#ids.set(unit, idFor(slugger, unit.asked?.question.id ?? `note ${unit.title}`))
      this.#ids.set(
        chapter,
        idFor(slugger, section === undefined ? 'other notes' : `${list?.id ?? ''} section ${section.number}`),
      )
    }
  }
}
