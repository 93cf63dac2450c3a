import type { Question, QuestionList, Section } from '../question-list'
import type { ResolvedLink } from '../resolve-link'
import { AttachmentNames } from './attachment-names'
import { detached } from './detached'
import { ExportLabels } from './export-labels'
import { ExportLinks } from './export-links'
import { metadataBlock, metadataFrontMatter, type ExportMetadata } from './export-metadata'
import type { ExportPlan, PlannedNote, UnresolvedTarget } from './export-source'
import { quotedHint } from './export-words'
import { isTitleUntold } from './is-title-untold'
import { HeadingAnchors, type HeadingAnchor } from './heading-anchors'
import { indexOfHeading, isSameHeading } from './heading-key'
import { escapeText } from './markdown-edits'
import { rewritableMarkdown, type RewritableHeading, type RewritableMarkdown } from './rewrite-markdown'
import type { ReadNote } from './unit-texts'

export interface MarkdownExportOptions {
  readonly read: ReadNote
  /** The relative name of the folder that attachments go to. */
  readonly filesFolder: string
  /** Whether hints and texts below questions are left out. */
  readonly isAnswersOnly?: boolean
  /** Written as YAML before all and below each question. */
  readonly metadata?: ExportMetadata | undefined
}

/** A piece of Markdown with its place in the document. */
interface Text {
  /** The note or the list that it comes from. */
  readonly path: string
  /** The level that its highest heading gets. */
  readonly level: number
  readonly markdown: string
  /** The title that stands right above it: a first heading that says the same is left out. */
  readonly above?: string
  /** Hears where the text's headings are, once. */
  readonly onPlaced?: (headings: readonly RewritableHeading[], anchors: readonly HeadingAnchor[]) => void
}

/** What becomes of a text on a way through the document. */
type Visit = (text: Text) => string

/** What is written, and read again, at a time. */
interface Stretch {
  readonly blocks: readonly string[]
  /** Whether it goes on with the list that the one before ends with. */
  readonly isContinued?: boolean
}

interface PlacedQuestion {
  /** Of its list. */
  readonly path: string
  /** Of its heading. */
  readonly level: number
  /** What stands before its words. */
  readonly number: string
  readonly question: Question
  /** Notes whose text stands further up. */
  readonly seen: Set<string>
}

interface PlacedNote {
  readonly headings: readonly { readonly text: string; readonly id: string }[]
  readonly anchor: string | undefined
}

/**
 * The notebook as one Markdown text: contents, sections, questions in order, each with its answers, then the notes that
 * answer nothing; or one question or note by itself. It goes through all texts twice: first every heading gets its id, in the order of the document, then they
 * are written. One text is in memory at a time.
 */
export class MarkdownExport {
  /** Questions and notes. */
  readonly units: number
  readonly #plan: ExportPlan
  readonly #options: MarkdownExportOptions
  readonly #attachments: AttachmentNames
  readonly #links: ExportLinks
  readonly #anchors = new HeadingAnchors()
  readonly #labels = new ExportLabels()
  /** The anchors of each text's headings, in the order of the document. */
  readonly #given: (readonly HeadingAnchor[])[] = []
  readonly #contents: string[] = []
  readonly #questionAnchors = new Map<string, string>()
  readonly #listAnchors = new Map<string, string>()
  readonly #notes = new Map<string, PlacedNote>()
  readonly #sectionLevel: number

  constructor(plan: ExportPlan, options: MarkdownExportOptions) {
    this.#plan = plan
    this.#options = options
    this.#attachments = new AttachmentNames(options.filesFolder)
    this.#links = new ExportLinks(plan, {
      linkTo: resolved => {
        const anchor = this.#anchorOf(resolved)
        return anchor === undefined ? undefined : `#${anchor}`
      },
      fileFor: path => this.#attachments.nameFor(path),
    })
    this.#sectionLevel = plan.lists.length > 1 ? 3 : 2
    const sections = plan.lists.flatMap(list => list.sections)
    this.units = sections.reduce((sum, { questions }) => sum + questions.length, plan.otherNotes.length)
  }

  /** Files to copy: from their path in the notebook to their path beside the exported file. Complete once all is written. */
  get attachments(): ReadonlyMap<string, string> {
    return this.#attachments.all
  }

  /** Each once for each text. */
  get brokenLinks(): UnresolvedTarget[] {
    return this.#links.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return this.#links.missingImages
  }

  /** Writes one piece after the other. `onUnit` hears of every question and note, once on each of the two ways. */
  async *pieces(onUnit: () => void): AsyncGenerator<string> {
    const placing = this.#walk(text => this.#place(text), onUnit)
    while ((await placing.next()).done !== true);
    const { metadata } = this.#options
    let lead = metadata === undefined ? '' : `${metadataFrontMatter(metadata.document)}\n`
    const anchors = this.#given.values()
    for await (const { blocks, isContinued } of this.#walk(
      text => this.#write(text, anchors.next().value ?? []),
      onUnit,
    )) {
      const written = blocks.filter(block => block !== '').join('\n\n')
      if (written === '') continue
      yield `${isContinued === true ? '\n' : lead}${written}`
      lead = '\n\n'
    }
    yield '\n'
  }

  /** Visits all texts in their order; gives one stretch after the other. */
  async *#walk(visit: Visit, onUnit: () => void): AsyncGenerator<Stretch> {
    const { title, lists, words, isAlone = false } = this.#plan
    if (isAlone) {
      yield { blocks: await this.#alone(visit) }
      onUnit()
      return
    }
    yield { blocks: [visit({ path: '', level: 1, markdown: headingLine(escapeText(title)) })] }
    if (lists.some(list => list.sections.some(({ questions }) => questions.length > 0)))
      yield* this.#contentsOf(visit({ path: '', level: 2, markdown: headingLine(words.contents) }))
    const seen = new Set<string>()
    for (const list of lists) {
      const path = `questions/${list.id}.md`
      yield { blocks: this.#listHeading(list, path, visit) }
      for (const section of list.sections) {
        yield { blocks: [this.#sectionHeading({ list, section, path }, visit)] }
        for (const question of section.questions) {
          const place = {
            path,
            level: this.#sectionLevel + 1,
            number: `${section.number}.${question.number} `,
          }
          yield { blocks: await this.#question({ ...place, question, seen }, visit) }
          onUnit()
        }
      }
    }
    for await (const blocks of this.#otherNotes(visit)) {
      yield { blocks }
      onUnit()
    }
  }

  /** The one question or note that is exported. */
  async #alone(visit: Visit): Promise<string[]> {
    for (const list of this.#plan.lists) {
      const [question] = list.sections.flatMap(({ questions }) => questions)
      const place = { path: `questions/${list.id}.md`, level: 1, number: '', seen: new Set<string>() }
      if (question !== undefined) return this.#question({ ...place, question }, visit)
    }
    const [note] = this.#plan.otherNotes
    return note === undefined ? [] : this.#noteByItself(note, 1, visit)
  }

  /** The contents, section by section. */
  *#contentsOf(heading: string): Generator<Stretch> {
    let section: string[] = []
    let blocks = [heading]
    for (const [index, line] of this.#contents.entries()) {
      section.push(line)
      if (this.#contents[index + 1]?.startsWith('  ') === true) continue
      yield { blocks: [...blocks, section.join('\n')], isContinued: blocks.length === 0 }
      section = []
      blocks = []
    }
    if (blocks.length > 0) yield { blocks }
  }

  #listHeading(list: QuestionList, path: string, visit: Visit): string[] {
    if (this.#plan.lists.length < 2) return []
    return [
      visit({
        path,
        level: 2,
        markdown: headingLine(list.title),
        onPlaced: (_headings, anchors) => this.#listAnchors.set(list.id, idOf(anchors)),
      }),
    ]
  }

  #sectionHeading(
    { list, section, path }: { list: QuestionList; section: Section; path: string },
    visit: Visit,
  ): string {
    return visit({
      path,
      level: this.#sectionLevel,
      markdown: headingLine(`${section.number} ${section.title}`),
      onPlaced: (headings, anchors) => {
        if (!this.#listAnchors.has(list.id)) this.#listAnchors.set(list.id, idOf(anchors))
        this.#contents.push(`- ${linkTo(headings, anchors)}`)
      },
    })
  }

  async #question({ path, level, number, question, seen }: PlacedQuestion, visit: Visit): Promise<string[]> {
    const { isAnswersOnly = false, metadata } = this.#options
    const heading = visit({
      path,
      level,
      markdown: headingLine(number + question.text),
      onPlaced: (headings, anchors) => {
        this.#contents.push(`  - ${linkTo(headings, anchors)}`)
        this.#questionAnchors.set(question.id, idOf(anchors))
      },
    })
    const lead = isAnswersOnly
      ? []
      : [question.body ?? '', question.hint === undefined ? '' : quotedHint(question.hint, this.#plan.words)]
    return [
      heading,
      ...(metadata === undefined ? [] : [metadataBlock(metadata.ofQuestion(question.id))]),
      ...lead.map(markdown => visit({ path, level: level + 1, markdown })),
      ...(await this.#answers(question, { level: level + 1, seen }, visit)),
    ]
  }

  async #answers(
    question: Question,
    { level, seen }: { level: number; seen: Set<string> },
    visit: Visit,
  ): Promise<string[]> {
    const anchor = this.#questionAnchors.get(question.id)
    const { words } = this.#plan
    const texts: { note: PlannedNote; body: string }[] = []
    for (const note of this.#plan.answersOf(question.id)) {
      const { body } = await this.#options.read(note.path)
      if (body.trim() !== '') texts.push({ note, body })
      else if (!this.#notes.has(note.path)) this.#notes.set(note.path, { headings: [], anchor })
    }
    return texts.flatMap(({ note, body }, index) => {
      const title = escapeText(note.title)
      const label =
        texts.length > 1
          ? [`**${words.answer(index + 1)}${words.colon}${title}**`]
          : isTitleUntold(note, question) && !seen.has(note.path)
            ? [`**${title}**`]
            : []
      if (seen.has(note.path))
        return [...label, words.see(`[${title}](#${this.#notes.get(note.path)?.anchor ?? ''})`)]
      seen.add(note.path)
      return [...label, visit(this.#noteText(note, { level, markdown: body }, anchor))]
    })
  }

  async *#otherNotes(visit: Visit): AsyncGenerator<string[]> {
    const { otherNotes, words } = this.#plan
    const top = { path: '', level: 2, markdown: headingLine(words.otherNotes) }
    let above = otherNotes.length === 0 ? [] : [visit(top)]
    for (const note of otherNotes) {
      yield [...above, ...(await this.#noteByItself(note, 3, visit))]
      above = []
    }
  }

  /** Its title as a heading of `level`, and its text. */
  async #noteByItself(note: PlannedNote, level: number, visit: Visit): Promise<string[]> {
    let anchor: string | undefined
    const heading = visit({
      path: note.path,
      level,
      markdown: headingLine(escapeText(note.title)),
      onPlaced: (_headings, anchors) => (anchor = idOf(anchors)),
    })
    const { body } = await this.#options.read(note.path)
    const text = this.#noteText(note, { level: level + 1, markdown: body, above: note.title }, anchor)
    return [heading, visit(text)]
  }

  /** `anchor` is that of the heading above the note. */
  #noteText({ path }: PlannedNote, text: Omit<Text, 'path' | 'onPlaced'>, anchor: string | undefined): Text {
    return {
      ...text,
      path,
      onPlaced: (headings, anchors) => {
        if (this.#notes.has(path)) return
        const placed = headings.map(({ text: said }, index) => ({
          text: detached(said),
          id: idOf(anchors, index),
        }))
        this.#notes.set(path, { headings: placed, anchor })
      },
    }
  }

  /** The first visit: a text's headings get their anchors. */
  #place(text: Text): string {
    const parsed = this.#parse(text)
    const isLeftOut = hasHeadingOfAbove(parsed, text)
    const above = this.#given.at(-1)?.[0]
    const anchors = parsed.headings.map(({ text: words, isCertain }, index) =>
      isLeftOut && index === 0 && above !== undefined ? above : this.#anchors.next(words, isCertain),
    )
    this.#given.push(anchors)
    this.#labels.add(parsed)
    text.onPlaced?.(parsed.headings, anchors)
    return ''
  }

  /** The second visit. */
  #write(text: Text, anchors: readonly HeadingAnchor[]): string {
    const parsed = this.#parse(text)
    const dropFirstHeading = hasHeadingOfAbove(parsed, text)
    const markdown = parsed.rewrite({
      topHeadingLevel: text.level,
      headingAnchor: index => anchors[index]?.html ?? '',
      label: this.#labels.renamerFor(parsed),
      links: this.#links.rewriterFor(text.path),
      dropFirstHeading,
    })
    return dropFirstHeading ? markdown.trimStart() : markdown
  }

  #parse({ path, markdown }: Text): RewritableMarkdown {
    return rewritableMarkdown(markdown, inner => this.#links.wikiText(inner, path))
  }

  #anchorOf(resolved: ResolvedLink): string | undefined {
    if (resolved.kind === 'question') return this.#questionAnchors.get(resolved.id)
    if (resolved.kind === 'list') return this.#listAnchors.get(resolved.id)
    if (resolved.kind !== 'note') return undefined
    const placed = this.#notes.get(resolved.path)
    const index = indexOfHeading(placed?.headings ?? [], resolved.heading)
    return (index === undefined ? undefined : placed?.headings[index]?.id) ?? placed?.anchor
  }
}

function headingLine(inline: string): string {
  const line = inline.replace(/\s+/g, ' ').trim()
  return `# ${line.replace(/(^| )(#+)$/, '$1\\$2')}`
}

function hasHeadingOfAbove({ headings, startsWithHeading }: RewritableMarkdown, { above }: Text): boolean {
  const first = headings[0]?.text
  return above !== undefined && first !== undefined && startsWithHeading && isSameHeading(first, above)
}

function idOf(anchors: readonly HeadingAnchor[], index = 0): string {
  return anchors[index]?.id ?? ''
}

function linkTo(headings: readonly RewritableHeading[], anchors: readonly HeadingAnchor[]): string {
  return `[${escapeText(headings[0]?.text ?? '')}](#${idOf(anchors)})`
}
