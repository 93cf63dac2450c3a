import { splitInlineAnswer } from './inline-answer'
import type { LeftOut, LeftOutReason } from './left-out'
import { type Block, linesOf, textOf } from './outline'
import { readWording } from './question-wording'
import { isContentsHeading } from './section-title'

/** A question while its parts are being gathered. */
export interface QuestionDraft {
  readonly id: string | undefined
  text: string
  hint: string | undefined
  readonly line: number
  readonly body: Block[]
  readonly answer: Block[]
  /** What blocks after it belong to it: all (its answer), code only (its body), or what a topic heading covers. */
  takes: 'all' | 'code' | 'topic'
  /** Depth of the heading that it is; deeper headings belong to its answer. */
  readonly headingDepth: number | undefined
  /** The number of the ordered item that it is. */
  readonly itemNumber: number | undefined
}

/** A section while questions are being gathered: its headings from the outermost, and labels of list items. */
export interface SectionDraft {
  readonly headings: readonly OpenHeading[]
  readonly labels: readonly string[]
  readonly questions: QuestionDraft[]
}

export interface OpenHeading {
  readonly depth: number
  readonly title: string
  readonly from: number
  readonly to: number
  readonly isMeta: boolean
  isUsed: boolean
}

/** Reasons that say more than that a section is about the document. */
const ownReasons: ReadonlySet<LeftOutReason> = new Set([
  'back-links',
  'comments',
  'contents',
  'html',
  'images',
])

type DraftOptions = Partial<Pick<QuestionDraft, 'takes' | 'headingDepth' | 'itemNumber'>>

/** Gathers sections, questions and what was left out while the blocks of a document are walked through. */
export class ListBuilder {
  readonly sections: SectionDraft[] = []
  readonly leftOut: LeftOut[] = []
  readonly headings: OpenHeading[] = []
  /** The question that blocks may be added to. */
  current: QuestionDraft | undefined
  private open: OpenHeading[] = []
  private labels: string[] = []
  private questionCount = 0
  private readonly known = new Map<OpenHeading | undefined, Map<string, SectionDraft>>()

  get isUnderMeta(): boolean {
    return this.open.some(heading => heading.isMeta)
  }

  get metaTitle(): string {
    return this.open.find(heading => heading.isMeta)?.title ?? ''
  }

  /** The title of the innermost open heading. */
  get headingTitle(): string {
    return this.open.at(-1)?.title ?? ''
  }

  openHeading(heading: Omit<OpenHeading, 'isUsed'>): void {
    this.closeHeadings(heading.depth)
    this.open = this.open.filter(open => !isContentsHeading(open.title))
    const opened = { ...heading, isUsed: false }
    this.open.push(opened)
    this.headings.push(opened)
  }

  /** Ends the open question and all headings of `depth` and deeper ones. */
  closeHeadings(depth: number): void {
    this.current = undefined
    this.open = this.open.filter(heading => heading.depth < depth)
  }

  /** Runs `collect` with list items' questions going to a sub-section called `label`, on `line`. */
  withLabel(label: string, line: number, collect: () => void): void {
    const before = this.questionCount
    this.labels.push(label)
    collect()
    this.labels.pop()
    const isUsed = this.questionCount > before
    if (!isUsed) this.leftOut.push({ reason: 'group-headings', from: line, to: line, words: label })
    this.current = undefined
  }

  /** Adds a question as the source words it. An answer on the same line is taken apart from it. */
  addQuestionLine(source: string, line: number, options: DraftOptions = {}): QuestionDraft {
    const split = splitInlineAnswer(source)
    const draft = this.addQuestion(split?.question ?? source, line, options)
    const answer = split && { text: split.answer, number: line, last: line }
    if (answer !== undefined) draft.answer.push({ kind: 'text', lines: [answer], hasGap: false })
    return draft
  }

  addQuestion(source: string, line: number, options: DraftOptions = {}): QuestionDraft {
    const draft: QuestionDraft = {
      ...readWording(source),
      line,
      body: [],
      answer: [],
      takes: options.takes ?? 'code',
      headingDepth: options.headingDepth,
      itemNumber: options.itemNumber,
    }
    this.section().questions.push(draft)
    this.questionCount += 1
    this.current = draft
    return draft
  }

  leaveOut(reason: LeftOutReason, block: Block): void {
    const { from, to } = linesOf(block)
    const isInMeta = this.isUnderMeta && !ownReasons.has(reason)
    const words = isInMeta
      ? this.metaTitle
      : textOf({ ...block, lines: block.lines.slice(0, 3) })
          .slice(0, 400)
          .replace(/<[^<>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()
    this.leftOut.push({ reason: isInMeta ? 'meta' : reason, from, to, words })
  }

  private section(): SectionDraft {
    this.open = this.open.filter(open => !isContentsHeading(open.title))
    const heading = this.open.at(-1)
    if (heading !== undefined) heading.isUsed = true
    const labels = this.labels.join('\n')
    const ofHeading = this.known.get(heading) ?? new Map<string, SectionDraft>()
    const known = ofHeading.get(labels)
    if (known !== undefined) return known
    const created = { headings: [...this.open], labels: [...this.labels], questions: [] }
    this.sections.push(created)
    this.known.set(heading, ofHeading.set(labels, created))
    return created
  }
}
