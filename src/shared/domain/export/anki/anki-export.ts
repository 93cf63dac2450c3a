import type { ElementContent } from 'hast'
import { plainInline } from '../../markdown/parse-markdown'
import { questionChapters, unitCount, type ExportChapter, type ExportUnit } from '../export-chapters'
import type { ExportPlan, PlannedNote, UnresolvedTarget } from '../export-source'
import { renderHtml } from '../html/render-html'
import { apart, UnitTexts, type ReadNote } from '../unit-texts'
import type { AnkiCard } from './anki-text'

export interface AnkiExportOptions {
  readonly read: ReadNote
  /** The name under which Anki will have an image of the notebook; undefined for a file that is none. */
  readonly mediaName: (path: string) => Promise<string | undefined>
}

interface TaggedNote extends PlannedNote {
  readonly tags: readonly string[]
}

/** The questions as cards: the question in front, with its hint to unfold; all its answers on the back. */
export class AnkiExport {
  readonly units: number
  readonly #plan: ExportPlan<TaggedNote>
  readonly #options: AnkiExportOptions
  readonly #chapters: readonly ExportChapter[]
  readonly #texts: UnitTexts
  readonly #noImages: UnresolvedTarget[] = []

  constructor(plan: ExportPlan<TaggedNote>, options: AnkiExportOptions) {
    this.#plan = plan
    this.#options = options
    this.#chapters = questionChapters(plan)
    this.units = unitCount(this.#chapters)
    this.#texts = new UnitTexts(
      { plan, chapters: this.#chapters, read: options.read },
      { ...apart, fileFor: path => encodeURIComponent(path) },
    )
  }

  get brokenLinks(): UnresolvedTarget[] {
    return this.#texts.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return [...this.#texts.missingImages, ...this.#noImages]
  }

  async *cards(): AsyncGenerator<AnkiCard> {
    for (const chapter of this.#chapters)
      for (const unit of chapter.units) yield await this.#card(chapter, unit)
  }

  async #card({ list, section }: ExportChapter, unit: ExportUnit): Promise<AnkiCard> {
    const { asked } = unit
    const { words } = this.#plan
    const { heading, lead, answers } = await this.#texts.write(unit)
    const question = asked === undefined ? heading : heading.replace(/^# \S+ /, '# ')
    const [body = '', hint = ''] = lead
    const front = [await this.#html(question.replace(/^# /, ''), unit), await this.#html(body, unit)]
    if (hint !== '') {
      const text = hint.slice(`> ${words.hint}${words.colon}`.length).replace(/^> ?/gm, '')
      front.push(`<details><summary>${words.hint}</summary>${await this.#html(text, unit)}</details>`)
    }
    const listTitle = this.#plan.lists.length > 1 && list !== undefined ? [plainInline(list.title)] : []
    return {
      guid: asked?.question.id ?? `note ${unit.notes[0]?.path ?? ''}`,
      deck: [
        this.#plan.title,
        ...listTitle,
        ...(section === undefined
          ? []
          : [`${String(section.number).padStart(2, '0')} ${plainInline(section.title)}`]),
      ],
      front: front.filter(part => part !== '').join('\n'),
      back: await this.#html(answers.join('\n\n'), unit),
      tags: [...new Set([...(list === undefined ? [] : [list.id]), ...this.#tagsOf(unit)])],
    }
  }

  #tagsOf({ asked, notes }: ExportUnit): readonly string[] {
    const all = asked === undefined ? this.#plan.otherNotes : this.#plan.answersOf(asked.question.id)
    return all.filter(({ path }) => notes.some(note => note.path === path)).flatMap(({ tags }) => tags)
  }

  #html(markdown: string, unit: ExportUnit): Promise<string> {
    return renderHtml(markdown, {
      ids: new Set(),
      prefix: '',
      words: this.#plan.words,
      callouts: 'plain',
      formula: ankiFormula,
      inertText,
      hasFiles: false,
      isCodeHighlighted: false,
      image: async destination => {
        const path = decodeURIComponent(destination)
        if (!this.#plan.hasFile(path)) return undefined
        const name = await this.#options.mediaName(path)
        if (name === undefined) this.#noImages.push({ path: unit.notes[0]?.path ?? '', target: path })
        return name
      },
    })
  }
}

/** Anki sets formulas with MathJax, which looks for these marks in the text. */
function ankiFormula(source: string, isDisplay: boolean): ElementContent {
  return { type: 'text', value: isDisplay ? `\\[${source}\\]` : `\\(${source}\\)` }
}

/** Text in which nothing is a mark of Anki's: a word joiner keeps `\(`, `[sound:`, `[latex]` and the like apart. */
function inertText(text: string): string {
  return text.replace(/\\(?=[()[\]])|\[(?=\/?(?:sound|anki|latex|\$))/gi, '$&\u2060')
}
