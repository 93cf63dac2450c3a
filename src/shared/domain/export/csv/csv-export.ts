import { plainInline } from '../../markdown/parse-markdown'
import { encodePath } from '../encode-path'
import { questionChapters, unitCount, type ExportChapter, type ExportUnit } from '../export-chapters'
import type { ExportPlan, UnresolvedTarget } from '../export-source'
import type { ExportWords } from '../export-words'
import { apart, UnitTexts, type ReadNote } from '../unit-texts'
import { markdownToText } from './markdown-to-text'

/** What is known of a question; `dueAt` is in epoch milliseconds. */
export interface CsvMarks {
  readonly status: string
  readonly confidence: number | null
  readonly dueAt: number | null
}

export interface CsvExportOptions {
  readonly read: ReadNote
  readonly marksOf: (questionId: string) => CsvMarks
}

/** The names of the columns. `due` is in ISO 8601, UTC; paths in `answer_markdown` are those in the notebook. */
export const csvColumns = [
  ...['id', 'list', 'section', 'question', 'status', 'confidence', 'due'],
  ...['answer_markdown', 'answer_text'],
] as const

/** A row for each question, with all its answers. */
export class CsvExport {
  readonly units: number
  readonly #options: CsvExportOptions
  readonly #chapters: readonly ExportChapter[]
  readonly #texts: UnitTexts
  readonly #words: ExportWords

  constructor(plan: ExportPlan, options: CsvExportOptions) {
    this.#options = options
    this.#words = plan.words
    this.#chapters = questionChapters(plan)
    this.units = unitCount(this.#chapters)
    this.#texts = new UnitTexts(
      { plan, chapters: this.#chapters, read: options.read },
      { ...apart, fileFor: encodePath },
    )
  }

  get brokenLinks(): UnresolvedTarget[] {
    return this.#texts.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return this.#texts.missingImages
  }

  async *rows(): AsyncGenerator<string[]> {
    for (const chapter of this.#chapters)
      for (const unit of chapter.units) yield await this.#row(chapter, unit)
  }

  async #row({ list, section }: ExportChapter, { asked, title, ...rest }: ExportUnit): Promise<string[]> {
    const { answers } = await this.#texts.write({ asked, title, ...rest })
    const markdown = answers.join('\n\n').trim()
    const question = asked?.question
    const marks = question === undefined ? undefined : this.#options.marksOf(question.id)
    return [
      question?.id ?? '',
      list === undefined ? '' : plainInline(list.title),
      section === undefined ? '' : `${section.number} ${plainInline(section.title)}`,
      question === undefined ? title : plainInline(question.text),
      marks?.status ?? '',
      String(marks?.confidence ?? ''),
      marks === undefined || marks.dueAt === null ? '' : new Date(marks.dueAt).toISOString(),
      markdown,
      markdownToText(markdown, this.#words),
    ]
  }
}
