import { unitCount } from '../export-chapters'
import type { ExportPlan, UnresolvedTarget } from '../export-source'
import { Formulas, type KatexAssets } from './formulas'
import { HtmlBody, type HtmlBodyOptions } from './html-body'
import { htmlContents } from './html-contents'
import { escapeHtml, pageEnd, pageStart, styleElements } from './html-page'
import { pageStyle } from './page-style'

export interface HtmlExportOptions extends Omit<HtmlBodyOptions, 'callouts'> {
  readonly katex: KatexAssets
  readonly policy: string
}

/** The notebook as one page that needs nothing else: contents, sections, questions with their answers, other notes; or one by itself. */
export class HtmlExport {
  readonly units: number
  readonly #plan: ExportPlan
  readonly #options: HtmlExportOptions
  readonly #body: HtmlBody

  constructor(plan: ExportPlan, options: HtmlExportOptions) {
    this.#plan = plan
    this.#options = options
    this.#body = new HtmlBody(plan, { ...options, callouts: 'foldable' })
    this.units = unitCount(this.#body.chapters)
  }

  /** Files that texts embed or link to: from their path in the notebook to the path beside the page. */
  get attachments(): ReadonlyMap<string, string> {
    return this.#body.attachments
  }

  get brokenLinks(): UnresolvedTarget[] {
    return this.#body.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return this.#body.missingImages
  }

  /** Writes one piece after the other. */
  async *pieces(): AsyncGenerator<string> {
    const { title, lists, isAlone = false } = this.#plan
    const { policy, katex } = this.#options
    const formulas = new Formulas()
    const body = this.#body
    yield pageStart({ title, language: lists[0]?.language, styles: styleElements([pageStyle]), policy })
    if (!isAlone) {
      yield `<header class="title"><h1 dir="auto">${escapeHtml(title)}</h1></header>\n<div class="whole">\n`
      yield htmlContents(body.chapters, { plan: this.#plan, isOpen: true, hrefOf: item => body.hrefOf(item) })
    }
    yield '<main>\n'
    for (const chapter of body.chapters) {
      yield body.chapterStart(chapter)
      for (const unit of chapter.units) yield await body.article(unit, formulas)
      yield body.chapterEnd
    }
    yield `</main>\n${isAlone ? '' : '</div>\n'}${styleElements(formulas.neededStyles(katex))}${pageEnd}`
  }
}
