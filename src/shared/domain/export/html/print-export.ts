import { unitCount, type ExportChapter, type ExportUnit } from '../export-chapters'
import type { ExportPlan, UnresolvedTarget } from '../export-source'
import type { ExportCounts } from '../export-words'
import { Formulas, type KatexAssets } from './formulas'
import { HtmlBody, type HtmlBodyOptions } from './html-body'
import { htmlContents } from './html-contents'
import { escapeHtml, pageEnd, pageStart, styleElements } from './html-page'
import { pageStyle } from './page-style'
import { printOutline, type OutlineItem } from './print-outline'
import { printStyle } from './print-style'

export interface PrintExportOptions extends Omit<HtmlBodyOptions, 'filesFolder' | 'callouts'> {
  readonly katex: KatexAssets
  readonly policy: string
  /** How many characters of HTML a page has at most before the next one begins; an article is never divided. */
  readonly longestPart: number
  /** What the title page says. */
  readonly counts: ExportCounts
  readonly producedAt: Date
}

/** From here on a chapter begins the next page. */
const chapterShare = 0.4

/**
 * The notebook as several pages that are printed one after the other, so that no browser has to lay all of it out at once.
 * Links lead to ids, which may be on another page: `printPartEnd` tells a browser of those.
 */
export class PrintExport {
  readonly units: number
  /** Whether it has no contents. */
  readonly isAlone: boolean
  readonly #plan: ExportPlan
  readonly #options: PrintExportOptions
  readonly #body: HtmlBody

  constructor(plan: ExportPlan, options: PrintExportOptions) {
    this.#plan = plan
    this.#options = options
    this.#body = new HtmlBody(plan, { ...options, filesFolder: undefined, callouts: 'open' })
    this.units = unitCount(this.#body.chapters)
    this.isAlone = plan.isAlone === true
  }

  get brokenLinks(): UnresolvedTarget[] {
    return this.#body.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return this.#body.missingImages
  }

  /** Ids that the contents name. */
  get contentsIds(): string[] {
    return this.#body.chapters
      .flatMap(chapter => [chapter, ...chapter.units])
      .map(item => this.#body.idOf(item))
  }

  get outline(): OutlineItem[] {
    if (this.isAlone) return []
    return printOutline(this.#body.chapters, this.#plan, item => this.#body.idOf(item))
  }

  /** The pages without their ends, one after the other. */
  async *parts(onUnit: () => void): AsyncGenerator<string> {
    const { longestPart, katex } = this.#options
    const body = this.#body
    let [part, formulas] = ['', new Formulas()]
    const takePart = (): string => {
      const page = `${this.#start()}<main>\n${part}${body.chapterEnd}</main>\n${styleElements(formulas.neededStyles(katex))}`
      part = ''
      formulas = new Formulas()
      return page
    }
    for (const chapter of body.chapters) {
      if (part.length > longestPart * chapterShare) yield takePart()
      if (part !== '') part += body.chapterEnd
      part += body.chapterStart(chapter)
      for (const unit of chapter.units) {
        if (part === '') part = body.chapterStart()
        part += await body.article(unit, formulas)
        onUnit()
        if (part.length > longestPart) yield takePart()
      }
    }
    if (part !== '') yield takePart()
  }

  /** The title page with the contents, without its end. */
  contents(pageNumberOf: (id: string) => number | undefined): string {
    const body = this.#body
    const contents = htmlContents(body.chapters, {
      plan: this.#plan,
      isOpen: true,
      hrefOf: item => body.hrefOf(item),
      noteOf: (item: ExportChapter | ExportUnit) => String(pageNumberOf(body.idOf(item)) ?? ''),
    })
    const { title, words } = this.#plan
    const { counts, producedAt } = this.#options
    const head = `<h1 dir="auto">${escapeHtml(title)}</h1>\n<p class="quiet">${escapeHtml(words.counts(counts))} · ${escapeHtml(words.date(producedAt))}</p>`
    return `${this.#start()}<header class="title">\n${head}\n</header>\n<div class="whole">\n${contents}</div>\n`
  }

  #start(): string {
    const { title, lists } = this.#plan
    const styles = styleElements([pageStyle, printStyle])
    return pageStart({ title, language: lists[0]?.language, styles, policy: this.#options.policy })
  }
}

/**
 * Ends a part. A browser prints a link within the document only when its place is there, and a place only when a link leads to
 * it: `near` are ids of this part that links of other parts name, `far` are ids of other parts that links of this one name.
 */
export function printPartEnd(near: Iterable<string>, far: Iterable<string>): string {
  const links = [...near].map(id => `<a href="#${encodeURIComponent(id)}"></a>`)
  const places = [...far].map(id => `<a id="${escapeHtml(id)}"></a>`)
  return `<div hidden>${links.join('')}${places.join('')}</div>\n${pageEnd}`
}
