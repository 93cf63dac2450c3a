import type { LeftOut, LeftOutReason } from './left-out'
import { type Block, linesOf, textOf } from './outline'
import { readWording } from './question-wording'

/** A question while its parts are being gathered. */
export interface QuestionDraft {
  readonly id: string | undefined
  text: string
  hint: string | undefined
  readonly line: number
  readonly body: Block[]
  readonly answer: Block[]
  /** What blocks after it belong to it: all (its answer), code only (its body), or what a topic heading covers. */
  readonly takes: 'all' | 'code' | 'topic'
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
    const opened = { ...heading, isUsed: false }
    this.open.push(opened)
    this.headings.push(opened)
  }

  /** Ends the open question and all headings of `depth` and deeper ones. */
  closeHeadings(depth: number): void {
    this.current = undefined
    this.open = this.open.filter(heading => heading.depth < depth)
  }

  /** Runs `collect` with list items' questions going to a sub-section called `label`. */
  withLabel(label: string, collect: () => void): void {
    this.labels.push(label)
    collect()
    this.labels.pop()
    this.current = undefined
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
    this.current = draft
    return draft
  }

  leaveOut(reason: LeftOutReason, block: Block): void {
    const { from, to } = linesOf(block)
    const isInMeta = this.isUnderMeta && reason !== 'comments' && reason !== 'back-links'
    const words = isInMeta ? this.metaTitle : textOf({ ...block, lines: block.lines.slice(0, 3) })
    this.leftOut.push({ reason: isInMeta ? 'meta' : reason, from, to, words })
  }

  private section(): SectionDraft {
    const last = this.open.at(-1)
    if (last !== undefined) last.isUsed = true
    const known = this.findSection(last)
    if (known !== undefined) return known
    const created = { headings: [...this.open], labels: [...this.labels], questions: [] }
    this.sections.push(created)
    return created
  }

  /** Looks among the sections of the open heading only, which are the newest ones. */
  private findSection(last: OpenHeading | undefined): SectionDraft | undefined {
    const labels = this.labels.join('\n')
    for (let index = this.sections.length - 1; index >= 0; index -= 1) {
      const section = this.sections[index]
      if (section === undefined || section.headings.at(-1) !== last) return undefined
      if (section.labels.join('\n') === labels) return section
    }
    return undefined
  }
}
