import { plainInline } from '../markdown/parse-markdown'
import { fileTitle } from '../note'
import type { Question, QuestionList, Section } from '../question-list'
import { decodePath } from '../link-keys'
import {
  joinPath,
  resolveMarkdownLink,
  resolveWikiLink,
  type LinkSpace,
  type ResolvedLink,
} from '../resolve-link'
import { parseWikiLink } from '../wiki-link'
import { AttachmentNames } from './attachment-names'
import { HeadingAnchors, type HeadingAnchor } from './heading-anchors'
import { rewritableMarkdown, type RewritableMarkdown } from './rewrite-markdown'

/** A note as the export needs it. `body` is without front matter. */
export interface ExportNote {
  readonly path: string
  readonly title: string
  readonly body: string
}

export interface ExportSource {
  readonly title: string
  readonly lists: readonly QuestionList[]
  /** Notes that answer a question, in the order in which they are shown. */
  readonly answersOf: (questionId: string) => readonly ExportNote[]
  /** Notes that answer nothing. */
  readonly otherNotes: readonly ExportNote[]
  readonly links: LinkSpace
  /** Whether the notebook has a file at this relative path. */
  readonly hasFile: (path: string) => boolean
}

export interface MarkdownExport {
  readonly markdown: string
  readonly questions: number
  readonly answered: number
  /** Files to copy: from their path in the notebook to their path beside the exported file. */
  readonly attachments: ReadonlyMap<string, string>
  readonly brokenLinks: readonly { readonly path: string; readonly target: string }[]
  readonly missingImages: readonly { readonly path: string; readonly target: string }[]
}

interface PlacedNote {
  readonly note: ExportNote
  readonly parsed: RewritableMarkdown
  readonly level: number
  readonly headings: readonly HeadingAnchor[]
  /** The heading above the note. */
  readonly anchor: HeadingAnchor
}

/**
 * The notebook as one Markdown text: contents, sections, questions in order, each with its answers, then the
 * notes that answer nothing. `filesFolder` is the relative name of the folder that attachments go to.
 */
export function exportMarkdown(
  source: ExportSource,
  { include, filesFolder }: { include: 'all' | 'answered'; filesFolder: string },
): MarkdownExport {
  return new MarkdownExporter(source, include, new AttachmentNames(filesFolder)).run()
}

class MarkdownExporter {
  readonly #source: ExportSource
  readonly #lists: readonly QuestionList[]
  readonly #otherNotes: readonly ExportNote[]
  readonly #attachments: AttachmentNames
  readonly #anchors = new HeadingAnchors()
  readonly #questionAnchors = new Map<string, HeadingAnchor>()
  readonly #sectionAnchors = new Map<Section, HeadingAnchor>()
  readonly #listAnchors = new Map<string, HeadingAnchor>()
  readonly #placed = new Map<string, PlacedNote>()
  readonly #brokenLinks: { path: string; target: string }[] = []
  readonly #missingImages: { path: string; target: string }[] = []
  readonly #usedLabels = new Set<string>()
  readonly #sectionLevel: number

  constructor(source: ExportSource, include: 'all' | 'answered', attachments: AttachmentNames) {
    this.#source = source
    this.#attachments = attachments
    this.#lists = include === 'all' ? source.lists : onlyAnswered(source)
    this.#otherNotes = include === 'all' ? source.otherNotes : []
    this.#sectionLevel = this.#lists.length > 1 ? 3 : 2
  }

  run(): MarkdownExport {
    this.#placeHeadings()
    const questions = this.#lists.flatMap(questionsOf)
    const parts = [
      `# ${this.#source.title}`,
      ...this.#contents(),
      ...this.#lists.flatMap(list => this.#list(list)),
      ...this.#notes(),
    ]
    return {
      markdown: `${parts.filter(part => part !== '').join('\n\n')}\n`,
      questions: questions.length,
      answered: questions.filter(question => hasAnswer(this.#source, question)).length,
      attachments: this.#attachments.all,
      brokenLinks: this.#brokenLinks,
      missingImages: this.#missingImages,
    }
  }

  /** Gives every heading its id, in the order in which they will stand in the document. */
  #placeHeadings(): void {
    this.#anchors.next(plainInline(this.#source.title))
    this.#anchors.next('Contents')
    for (const list of this.#lists) {
      if (this.#lists.length > 1) this.#listAnchors.set(list.id, this.#anchors.next(plainInline(list.title)))
      for (const section of list.sections) {
        const anchor = this.#anchors.next(sectionTitle(section))
        this.#sectionAnchors.set(section, anchor)
        if (!this.#listAnchors.has(list.id)) this.#listAnchors.set(list.id, anchor)
        for (const question of section.questions) {
          const own = this.#anchors.next(questionTitle(section, question))
          this.#questionAnchors.set(question.id, own)
          for (const note of this.#source.answersOf(question.id))
            this.#placeNote(note, this.#sectionLevel + 1, own)
        }
      }
    }
    if (this.#otherNotes.length > 0) this.#anchors.next('Other notes')
    for (const note of this.#otherNotes) this.#placeNote(note, 3, this.#anchors.next(plainInline(note.title)))
  }

  #placeNote(note: ExportNote, level: number, anchor: HeadingAnchor): void {
    if (this.#placed.has(note.path)) return
    const parsed = rewritableMarkdown(note.body)
    const headings = parsed.headings.map(text => this.#anchors.next(text))
    this.#placed.set(note.path, { note, parsed, level, headings, anchor })
  }

  #contents(): string[] {
    const lines = this.#lists.flatMap(list =>
      list.sections.flatMap(section => [
        `- [${escapeLabel(sectionTitle(section))}](#${this.#sectionAnchors.get(section)?.id ?? ''})`,
        ...section.questions.map(question => {
          const id = this.#questionAnchors.get(question.id)?.id ?? ''
          return `  - [${escapeLabel(questionTitle(section, question))}](#${id})`
        }),
      ]),
    )
    return lines.length === 0 ? [] : ['## Contents', lines.join('\n')]
  }

  #list(list: QuestionList): string[] {
    const heading =
      this.#lists.length > 1 ? [`## ${this.#listAnchors.get(list.id)?.html ?? ''}${list.title}`] : []
    return [...heading, ...list.sections.flatMap(section => this.#section(section))]
  }

  #section(section: Section): string[] {
    const marks = '#'.repeat(this.#sectionLevel)
    const anchor = this.#sectionAnchors.get(section)?.html ?? ''
    return [
      `${marks} ${anchor}${section.number} ${section.title}`,
      ...section.questions.flatMap(question => this.#question(section, question)),
    ]
  }

  #question(section: Section, question: Question): string[] {
    const marks = '#'.repeat(this.#sectionLevel + 1)
    const anchor = this.#questionAnchors.get(question.id)
    const notes = this.#source.answersOf(question.id).filter(note => note.body.trim() !== '')
    const text = question.text.replace(/ {2,}/g, ' ')
    return [
      `${marks} ${anchor?.html ?? ''}${section.number}.${question.number} ${text}`,
      question.body ?? '',
      question.hint === undefined ? '' : `> Hint: ${question.hint.replace(/\n/g, '\n> ')}`,
      ...notes.flatMap((note, index) => this.#answer(note, anchor, notes.length > 1 ? index + 1 : undefined)),
    ]
  }

  #answer(note: ExportNote, anchor: HeadingAnchor | undefined, number: number | undefined): string[] {
    const label = number === undefined ? [] : [`**Answer ${number}: ${escapeLabel(note.title)}**`]
    const placed = this.#placed.get(note.path)
    if (placed === undefined) return label
    if (placed.anchor !== anchor) return [...label, `See [${escapeLabel(note.title)}](#${placed.anchor.id}).`]
    return [...label, this.#rewrite(placed)]
  }

  #notes(): string[] {
    if (this.#otherNotes.length === 0) return []
    return [
      '## Other notes',
      ...this.#otherNotes.flatMap(note => {
        const placed = this.#placed.get(note.path)
        return placed === undefined
          ? []
          : [`### ${placed.anchor.html}${escapeLabel(note.title)}`, this.#rewrite(placed)]
      }),
    ]
  }

  #rewrite({ note, parsed, level, headings }: PlacedNote): string {
    const renamed = new Map<string, string>()
    for (const label of parsed.labels) {
      if (!this.#usedLabels.has(label)) this.#usedLabels.add(label)
      else renamed.set(label, this.#freeLabel(label))
    }
    return parsed.rewrite({
      topHeadingLevel: level + 1,
      headingAnchor: index => headings[index]?.html ?? '',
      label: label => renamed.get(label) ?? label,
      links: {
        wikiLink: (inner, isEmbed) => this.#wikiLink(note, inner, isEmbed),
        destination: (destination, isImage) => this.#destination(note, destination, isImage),
      },
    })
  }

  #freeLabel(label: string): string {
    for (let count = 2; ; count += 1) {
      const candidate = `${label}-${count}`
      if (this.#usedLabels.has(candidate)) continue
      this.#usedLabels.add(candidate)
      return candidate
    }
  }

  #wikiLink(note: ExportNote, inner: string, isEmbed: boolean): string {
    const { target, label, heading } = parseWikiLink(inner)
    const resolved = resolveWikiLink(this.#source.links, inner, note.path)
    const anchor = this.#anchorOf(resolved)
    const text = escapeLabel(label ?? this.#titleOf(resolved) ?? (target || heading || inner))
    if (anchor !== undefined) return `[${text}](#${anchor})`
    if (resolved.kind === 'attachment') {
      const path = this.#attachment(note, resolved.path, inner, isEmbed)
      if (path !== undefined) return `${isEmbed ? '!' : ''}[${text}](${path})`
    } else if (resolved.kind === 'missing') {
      this.#brokenLinks.push({ path: note.path, target: inner })
    }
    return text
  }

  #destination(note: ExportNote, destination: string, isImage: boolean): string | null | undefined {
    const resolved = resolveMarkdownLink(this.#source.links, destination, note.path)
    if (resolved.kind === 'external') return undefined
    const anchor = this.#anchorOf(resolved)
    if (anchor !== undefined) return `#${anchor}`
    if (resolved.kind === 'attachment')
      return this.#attachment(note, resolved.path, destination, isImage) ?? null
    const file = resolved.kind === 'missing' ? joinPath(note.path, decodePath(destination)) : undefined
    if (file !== undefined && this.#source.hasFile(file)) return this.#attachments.nameFor(file)
    if (resolved.kind === 'missing')
      (isImage ? this.#missingImages : this.#brokenLinks).push({ path: note.path, target: destination })
    return null
  }

  #attachment(note: ExportNote, path: string, target: string, isImage: boolean): string | undefined {
    if (this.#source.hasFile(path)) return this.#attachments.nameFor(path)
    const list = isImage ? this.#missingImages : this.#brokenLinks
    list.push({ path: note.path, target })
    return undefined
  }

  #anchorOf(resolved: ResolvedLink): string | undefined {
    if (resolved.kind === 'question') return this.#questionAnchors.get(resolved.id)?.id
    if (resolved.kind === 'list') return this.#listAnchors.get(resolved.id)?.id
    if (resolved.kind !== 'note') return undefined
    const placed = this.#placed.get(resolved.path)
    const wanted = resolved.heading === undefined ? undefined : headingKey(resolved.heading)
    const index = placed?.parsed.headings.findIndex(text => headingKey(text) === wanted) ?? -1
    return placed?.headings[index]?.id ?? placed?.anchor.id
  }

  #titleOf(resolved: ResolvedLink): string | undefined {
    if (resolved.kind === 'note')
      return this.#placed.get(resolved.path)?.note.title ?? fileTitle(resolved.path)
    if (resolved.kind !== 'question') return undefined
    for (const list of this.#lists) {
      for (const section of list.sections) {
        const question = section.questions.find(candidate => candidate.id === resolved.id)
        if (question !== undefined) return questionTitle(section, question)
      }
    }
    return undefined
  }
}

function onlyAnswered(source: ExportSource): QuestionList[] {
  return source.lists
    .map(list => ({
      ...list,
      sections: list.sections
        .map(section => ({
          ...section,
          questions: section.questions.filter(question => hasAnswer(source, question)),
        }))
        .filter(section => section.questions.length > 0),
    }))
    .filter(list => list.sections.length > 0)
}

function hasAnswer(source: ExportSource, question: Question): boolean {
  return source.answersOf(question.id).some(note => note.body.trim() !== '')
}

function questionsOf(list: QuestionList): Question[] {
  return list.sections.flatMap(section => section.questions)
}

function sectionTitle(section: Section): string {
  return `${section.number} ${plainInline(section.title)}`
}

function questionTitle(section: Section, question: Question): string {
  return `${section.number}.${question.number} ${plainInline(question.text)}`
}

/** One spelling for a heading and for what links call it: words only, so that GitHub's ids match too. */
function headingKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function escapeLabel(text: string): string {
  return text.replace(/[\\[\]*_`<]/g, character => `\\${character}`)
}
