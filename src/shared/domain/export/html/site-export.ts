import GithubSlugger from 'github-slugger'
import { AttachmentNames } from '../attachment-names'
import { joinUnit } from '../compose-unit'
import { markdownToText } from '../csv/markdown-to-text'
import { encodePath, relativePath } from '../encode-path'
import { exportChapters, unitCount, type ExportChapter, type ExportUnit } from '../export-chapters'
import type { ExportPlan, UnresolvedTarget } from '../export-source'
import { folderLayout, layoutDestination, placed, siteNames, type FolderLayout } from '../folder-layout'
import { UnitTexts, type ReadNote } from '../unit-texts'
import { Formulas, type KatexAssets } from './formulas'
import { htmlAnchors, idFor } from './html-anchors'
import { htmlContents } from './html-contents'
import { escapeHtml, pageEnd, pageStart, styleLink } from './html-page'
import { pageStyle } from './page-style'
import { renderHtml } from './render-html'
import { SiteSearchIndex } from './site-search-index'
import { siteSearchScript } from './site-search-script'

export interface SiteExportOptions {
  readonly read: ReadNote
  /** Whether a file of the notebook is an image. */
  readonly isImage: (path: string) => Promise<boolean>
  readonly katex: KatexAssets
  readonly policy: string
  /** That of the first page, which has a script. */
  readonly firstPolicy: string
}

/** A page or a style sheet of a site; the path is relative to it. */
export interface SiteFile {
  readonly path: string
  readonly text: string
}

const styleName = 'assets/page.css'
const formulaStyleName = 'assets/formulas.css'

/** The notebook as a folder of pages: one for each question or note, and a first page with contents and search; or one page for what stands alone. */
export class SiteExport {
  readonly units: number
  readonly #plan: ExportPlan
  readonly #options: SiteExportOptions
  readonly #chapters: readonly ExportChapter[]
  readonly #layout: FolderLayout
  readonly #texts: UnitTexts
  readonly #index = new SiteSearchIndex()
  readonly #names = new AttachmentNames('attachments')
  readonly #pathOf = new Map<string, string>()
  readonly #noImages: UnresolvedTarget[] = []
  readonly #formulas = new Formulas()

  constructor(plan: ExportPlan, options: SiteExportOptions) {
    this.#plan = plan
    this.#options = options
    this.#chapters = exportChapters(plan, { isOneNoteEach: false })
    this.units = unitCount(this.#chapters)
    this.#layout = plan.isAlone === true ? this.#lonePage() : folderLayout(this.#chapters, siteNames)
    this.#texts = new UnitTexts(
      { plan, chapters: this.#chapters, read: options.read },
      {
        level: 1,
        placeOf: unit => placed(this.#layout.fileOf.get(unit)),
        anchorsOf: unit => {
          const own = idFor(new GithubSlugger(), unit.asked?.question.id ?? 'note')
          return htmlAnchors(own, `${own}.`)
        },
        destination: (target, from) => layoutDestination(this.#layout, target, from),
        fileFor: (path, from) => {
          const destination = encodePath(relativePath(from, this.#names.pathFor(path)))
          this.#pathOf.set(destination, path)
          return destination
        },
      },
    )
  }

  /** From the path in the notebook to the path in the site; complete once all pages are written. */
  get attachments(): ReadonlyMap<string, string> {
    return this.#names.all
  }

  get brokenLinks(): UnresolvedTarget[] {
    return this.#texts.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return [...this.#texts.missingImages, ...this.#noImages]
  }

  /** Writes one file after the other, the first page last. */
  async *files(): AsyncGenerator<SiteFile> {
    const units = this.#chapters.flatMap(chapter => chapter.units.map(unit => ({ chapter, unit })))
    const isAlone = this.#plan.isAlone === true
    for (const chapter of isAlone ? [] : this.#chapters) yield this.#chapterPage(chapter)
    for (const [index, { chapter, unit }] of units.entries())
      yield await this.#unitPage(unit, chapter, [units[index - 1]?.unit, units[index + 1]?.unit])
    yield { path: styleName, text: pageStyle }
    if (!this.#formulas.isEmpty)
      yield { path: formulaStyleName, text: this.#formulas.neededStyles(this.#options.katex).join('\n') }
    if (!isAlone) yield this.#firstPage()
  }

  /** What stands alone is the first page. */
  #lonePage(): FolderLayout {
    const units = this.#chapters.flatMap(chapter => chapter.units)
    return { fileOf: new Map(units.map(unit => [unit, siteNames.index])), indexOf: new Map() }
  }

  #firstPage(): SiteFile {
    const contents = htmlContents(this.#chapters, {
      plan: this.#plan,
      isOpen: this.units <= 300,
      hrefOf: item => encodePath(this.#fileOf(item)),
    })
    const { words } = this.#plan
    const main = `<main>
<h1 dir="auto">${escapeHtml(this.#plan.title)}</h1>
<form class="search" role="search" hidden>
<input id="search" type="search" aria-label="${words.search}" placeholder="${words.search}" autocomplete="off">
<p class="quiet" id="count" role="status" data-one="${words.onePage}" data-many="${words.manyPages}"></p>
<ol id="results"></ol>
</form>
${contents}</main>
<script type="application/json" id="search-index">${this.#index.toJson()}</script>
<script>${siteSearchScript}</script>
`
    return this.#page(siteNames.index, this.#plan.title, main)
  }

  #chapterPage(chapter: ExportChapter): SiteFile {
    const path = placed(this.#layout.indexOf.get(chapter))
    const title = chapter.title
    const items = chapter.units.map(unit => `<li dir="auto">${this.#link(unit, path, unit.title)}</li>`)
    const main = `<main>
${this.#crumbs(path)}<h1 dir="auto">${escapeHtml(title)}</h1>
<nav class="contents" aria-label="${this.#plan.words.contents}"><ol>
${items.join('\n')}
</ol></nav>
</main>
`
    return this.#page(path, title, main)
  }

  async #unitPage(
    unit: ExportUnit,
    chapter: ExportChapter,
    [before, after]: readonly [ExportUnit | undefined, ExportUnit | undefined],
  ): Promise<SiteFile> {
    const path = this.#fileOf(unit)
    const parts = await this.#texts.write(unit)
    const formulas = new Formulas()
    const html = await renderHtml(joinUnit(parts), {
      ids: parts.ids,
      prefix: 'note.',
      words: this.#plan.words,
      callouts: 'foldable',
      formula: (source, isDisplay) => formulas.set(source, isDisplay),
      hasFiles: true,
      isCodeHighlighted: true,
      image: destination => this.#image(destination, unit),
    })
    this.#formulas.include(formulas)
    const styles = formulas.isEmpty ? [styleName] : [styleName, formulaStyleName]
    const article = `<article>\n${html}\n</article>\n`
    if (this.#plan.isAlone === true)
      return this.#page(path, unit.title, `<main>\n${article}</main>\n`, styles)
    const text = markdownToText([...parts.lead, ...parts.answers].join('\n\n'), this.#plan.words)
    this.#index.add({ href: encodePath(path), title: unit.title, chapter: chapter.title }, text)
    const main = `<main>
${this.#crumbs(path, chapter)}${article}${this.#steps(path, before, after)}</main>
`
    return this.#page(path, `${unit.title} · ${this.#plan.title}`, main, styles)
  }

  #steps(path: string, before: ExportUnit | undefined, after: ExportUnit | undefined): string {
    const back = before === undefined ? '' : this.#link(before, path, `← ${before.title}`)
    const on = after === undefined ? '' : this.#link(after, path, `${after.title} →`)
    const name = this.#plan.words.neighbours
    return `<nav class="steps" aria-label="${name}"><span>${back}</span><span>${on}</span></nav>\n`
  }

  async #image(destination: string, unit: ExportUnit): Promise<string | undefined> {
    const path = this.#pathOf.get(destination)
    if (path === undefined) return undefined
    if (await this.#options.isImage(path)) return destination
    this.#noImages.push({ path: unit.notes[0]?.path ?? '', target: path })
    return undefined
  }

  #page(path: string, title: string, main: string, sheets: readonly string[] = [styleName]): SiteFile {
    const { policy: usual, firstPolicy } = this.#options
    const hasSearch = path === siteNames.index && this.#plan.isAlone !== true
    const policy = hasSearch ? firstPolicy : usual
    const language = this.#plan.lists[0]?.language
    const styles = sheets.map(sheet => styleLink(encodePath(relativePath(path, sheet)))).join('')
    return { path, text: `${pageStart({ title, language, styles, policy })}${main}${pageEnd}` }
  }

  /** The way back. */
  #crumbs(path: string, chapter?: ExportChapter): string {
    const home = encodePath(relativePath(path, siteNames.index))
    const links = [`<a href="${escapeHtml(home)}">${escapeHtml(this.#plan.title)}</a>`]
    if (chapter !== undefined) links.push(this.#link(chapter, path, chapter.title))
    return `<nav class="crumbs" aria-label="${this.#plan.words.place}" dir="auto">${links.join(' › ')}</nav>\n`
  }

  #link(item: ExportChapter | ExportUnit, from: string, title: string): string {
    const href = encodePath(relativePath(from, this.#fileOf(item)))
    return `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`
  }

  #fileOf(item: ExportChapter | ExportUnit): string {
    const isChapter = 'units' in item
    return placed(isChapter ? this.#layout.indexOf.get(item) : this.#layout.fileOf.get(item))
  }
}
