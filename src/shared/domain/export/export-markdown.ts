import type { Question, QuestionList, Section } from '../question-list'
import type { ResolvedLink } from '../resolve-link'
import { AttachmentNames } from './attachment-names'
import { ExportLabels } from './export-labels'
import { ExportLinks } from './export-links'
import { metadataBlock, metadataFrontMatter, type ExportMetadata } from './export-metadata'
import {
  hasAnswer,
  onlyAnswered,
  type ExportNote,
  type ExportSource,
  type UnresolvedTarget,
} from './export-source'
import { HeadingAnchors, type HeadingAnchor } from './heading-anchors'
import { indexOfHeading, isSameHeading } from './heading-key'
import { escapeText } from './markdown-edits'
import { rewritableMarkdown, type RewritableMarkdown } from './rewrite-markdown'

export interface MarkdownExport {
  readonly markdown: string
  readonly questions: number
  readonly answered: number
  /** Files to copy: from their path in the notebook to their path beside the exported file. */
  readonly attachments: ReadonlyMap<string, string>
  /** Each once for each text. */
  readonly brokenLinks: readonly UnresolvedTarget[]
  readonly missingImages: readonly UnresolvedTarget[]
}

/** A piece of Markdown with its place in the document. */
interface Text {
  /** The note or the list that it comes from. */
  readonly path: string
  readonly parsed: RewritableMarkdown
  /** The level that its highest heading gets. */
  readonly level: number
  readonly anchors: readonly HeadingAnchor[]
  readonly dropFirstHeading: boolean
}

interface Part {
  readonly heading: Text
  /** Strings are Markdown that is ready. */
  readonly texts: readonly (Text | string)[]
}

export interface MarkdownExportOptions {
  readonly include: 'all' | 'answered'
  /** The relative name of the folder that attachments go to. */
  readonly filesFolder: string
  /** Whether hints and texts below questions are left out. */
  readonly isAnswersOnly?: boolean
  /** Written as YAML before all and below each question. */
  readonly metadata?: ExportMetadata | undefined
}

/**
 * The notebook as one Markdown text: contents, sections, questions in order, each with its answers, then the
 * notes that answer nothing.
 */
export function exportMarkdown(source: ExportSource, options: MarkdownExportOptions): MarkdownExport {
  const chosen = options.include === 'all' ? source : onlyAnswered(source)
  return new MarkdownExporter(chosen, options).run()
}

/** First gives every heading its id, in the order of the document, then writes. */
class MarkdownExporter {
  readonly #source: ExportSource
  readonly #options: MarkdownExportOptions
  readonly #attachments: AttachmentNames
  readonly #links: ExportLinks
  readonly #anchors = new HeadingAnchors()
  readonly #texts: Text[] = []
  readonly #contents: string[] = []
  readonly #questionAnchors = new Map<string, string>()
  readonly #listAnchors = new Map<string, string>()
  readonly #notes = new Map<string, { readonly text: Text; readonly anchor: HeadingAnchor | undefined }>()
  readonly #sectionLevel: number

  constructor(source: ExportSource, options: MarkdownExportOptions) {
    this.#source = source
    this.#options = options
    this.#attachments = new AttachmentNames(options.filesFolder)
    this.#links = new ExportLinks(source, {
      linkTo: resolved => {
        const anchor = this.#anchorOf(resolved)
        return anchor === undefined ? undefined : `#${anchor}`
      },
      fileFor: path => this.#attachments.nameFor(path),
    })
    this.#sectionLevel = source.lists.length > 1 ? 3 : 2
  }

  run(): MarkdownExport {
    const { lists } = this.#source
    const title = this.#heading('', 1, escapeText(this.#source.title))
    const questions = lists.flatMap(list => list.sections.flatMap(section => section.questions))
    const contents = questions.length === 0 ? [] : [this.#heading('', 2, 'Contents')]
    const parts = [...lists.flatMap(list => this.#list(list)), ...this.#otherNotes()]
    const labels = new ExportLabels(this.#texts.map(text => text.parsed))
    const write = (text: Text | string): string =>
      typeof text === 'string' ? text : this.#write(text, labels)
    const blocks = [
      write(title),
      ...contents.flatMap(heading => [write(heading), this.#contents.join('\n')]),
      ...parts.flatMap(part => [write(part.heading), ...part.texts.map(write)]),
    ]
    const { metadata } = this.#options
    const frontMatter = metadata === undefined ? '' : `${metadataFrontMatter(metadata.document)}\n`
    return {
      markdown: `${frontMatter}${blocks.filter(block => block !== '').join('\n\n')}\n`,
      questions: questions.length,
      answered: questions.filter(question => hasAnswer(this.#source, question.id)).length,
      attachments: this.#attachments.all,
      brokenLinks: this.#links.brokenLinks,
      missingImages: this.#links.missingImages,
    }
  }

  #list(list: QuestionList): Part[] {
    const path = `questions/${list.id}.md`
    const headings = this.#source.lists.length > 1 ? [this.#heading(path, 2, list.title)] : []
    for (const heading of headings) this.#listAnchors.set(list.id, idOf(heading))
    return [
      ...headings.map(heading => ({ heading, texts: [] })),
      ...list.sections.flatMap(section => this.#section(list, path, section)),
    ]
  }

  #section(list: QuestionList, path: string, section: Section): Part[] {
    const heading = this.#heading(path, this.#sectionLevel, `${section.number} ${section.title}`)
    if (!this.#listAnchors.has(list.id)) this.#listAnchors.set(list.id, idOf(heading))
    this.#contents.push(`- ${linkTo(heading)}`)
    return [
      { heading, texts: [] },
      ...section.questions.map(question => this.#question(path, section, question)),
    ]
  }

  #question(path: string, section: Section, question: Question): Part {
    const level = this.#sectionLevel + 1
    const heading = this.#heading(path, level, `${section.number}.${question.number} ${question.text}`)
    this.#contents.push(`  - ${linkTo(heading)}`)
    this.#questionAnchors.set(question.id, idOf(heading))
    const { body, hint } = question
    const quotation = hint === undefined ? '' : `> Hint: ${hint.replace(/\r\n?|\n/g, '\n> ')}`
    const notes = this.#source.answersOf(question.id)
    const shown = notes.filter(note => note.body.trim() !== '')
    const { isAnswersOnly = false, metadata } = this.#options
    const lead = isAnswersOnly ? [] : [body ?? '', quotation]
    const texts: (Text | string)[] = [
      ...(metadata === undefined ? [] : [metadataBlock(metadata.ofQuestion(question.id))]),
      ...lead.map(markdown => this.#text(path, level + 1, markdown)),
    ]
    for (const [index, note] of shown.entries())
      texts.push(...this.#answer(note, heading, shown.length > 1 ? index + 1 : undefined))
    for (const note of notes) if (!shown.includes(note)) this.#placeNote(note, level + 1, heading)
    return { heading, texts }
  }

  #answer(note: ExportNote, heading: Text, number: number | undefined): (Text | string)[] {
    const title = escapeText(note.title)
    const label = number === undefined ? [] : [`**Answer ${number}: ${title}**`]
    const placed = this.#notes.get(note.path)
    if (placed === undefined) return [...label, this.#placeNote(note, heading.level + 1, heading)]
    return [...label, `See [${title}](#${placed.anchor?.id ?? ''}).`]
  }

  #placeNote(note: ExportNote, level: number, heading: Text, isFree = false): Text {
    const anchor = heading.anchors[0]
    const text = this.#text(note.path, level, note.body, isFree ? { title: note.title, anchor } : undefined)
    if (!this.#notes.has(note.path)) this.#notes.set(note.path, { text, anchor })
    return text
  }

  #otherNotes(): Part[] {
    const { otherNotes } = this.#source
    if (otherNotes.length === 0) return []
    return [
      { heading: this.#heading('', 2, 'Other notes'), texts: [] },
      ...otherNotes.map(note => {
        const heading = this.#heading(note.path, 3, escapeText(note.title))
        return { heading, texts: [this.#placeNote(note, 4, heading, true)] }
      }),
    ]
  }

  #heading(path: string, level: number, inline: string): Text {
    const line = inline.replace(/\s+/g, ' ').trim()
    return this.#text(path, level, `# ${line.replace(/(^| )(#+)$/, '$1\\$2')}`)
  }

  /** With `above`, a first heading that says the same as the one above the text is left out. */
  #text(
    path: string,
    level: number,
    markdown: string,
    above?: { readonly title: string; readonly anchor: HeadingAnchor | undefined },
  ): Text {
    const parsed = rewritableMarkdown(markdown, inner => this.#links.wikiText(inner, path))
    const first = parsed.headings[0]?.text
    const dropFirstHeading =
      above !== undefined &&
      first !== undefined &&
      parsed.startsWithHeading &&
      isSameHeading(first, above.title)
    const anchors = parsed.headings.map(({ text, isCertain }, index) =>
      dropFirstHeading && index === 0 && above.anchor !== undefined
        ? above.anchor
        : this.#anchors.next(text, isCertain),
    )
    const text = { path, parsed, level, anchors, dropFirstHeading }
    this.#texts.push(text)
    return text
  }

  #write({ path, parsed, level, anchors, dropFirstHeading }: Text, labels: ExportLabels): string {
    const markdown = parsed.rewrite({
      topHeadingLevel: level,
      headingAnchor: index => anchors[index]?.html ?? '',
      label: labels.renamerFor(parsed),
      links: this.#links.rewriterFor(path),
      dropFirstHeading,
    })
    return dropFirstHeading ? markdown.trimStart() : markdown
  }

  #anchorOf(resolved: ResolvedLink): string | undefined {
    if (resolved.kind === 'question') return this.#questionAnchors.get(resolved.id)
    if (resolved.kind === 'list') return this.#listAnchors.get(resolved.id)
    if (resolved.kind !== 'note') return undefined
    const placed = this.#notes.get(resolved.path)
    const index = indexOfHeading(placed?.text.parsed.headings ?? [], resolved.heading)
    return (index === undefined ? undefined : placed?.text.anchors[index]?.id) ?? placed?.anchor?.id
  }
}

function idOf(heading: Text): string {
  return heading.anchors[0]?.id ?? ''
}

function linkTo(heading: Text): string {
  return `[${escapeText(heading.parsed.headings[0]?.text ?? '')}](#${idOf(heading)})`
}
