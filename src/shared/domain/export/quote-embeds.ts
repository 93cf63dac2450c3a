import type { Heading, Paragraph } from 'mdast'
import { sectionOf, withoutTitle } from '../markdown/excerpt'
import { findWikiLinks, type WikiMatch } from '../markdown/find-wiki-links'
import { parseMarkdown, rangeOf } from '../markdown/parse-markdown'
import { walkMarkdown } from '../markdown/walk-markdown'
import { fileTitle } from '../file-title'
import { rewriteForRename } from '../rename/rewrite-for-rename'
import { resolveWikiLink, type ResolvedLink } from '../resolve-link'
import { closeOpenEnd } from './close-open-end'
import type { ExportPlan } from './export-source'
import { applyEdits, type Edit } from './markdown-edits'
import { rewritableMarkdown } from './rewrite-markdown'
import type { NoteText, ReadNote } from './unit-texts'

/** As deep as the editor shows notes within notes. */
const deepest = 2

export interface QuoteOptions {
  readonly plan: ExportPlan
  /** Whether an embed of this is to stay what it is. */
  readonly isKept: (resolved: ResolvedLink) => boolean
}

/**
 * Reads notes as the editor shows them: in the place of an embed that is a paragraph by itself stands what it shows, quoted under its
 * link. Links in it lead to where they led, its headings are bold lines (they are none of this note), its labels have names of their own. One that leads
 * round in a circle, deeper than the editor shows, or to nothing stays a link.
 */
export function quotingEmbeds(read: ReadNote, options: QuoteOptions): ReadNote {
  const titles = titlesOf(options.plan)
  return async path => {
    const { body, ...rest } = await read(path)
    return { ...rest, body: await new Quoting(read, options, titles).expand(body, [path]) }
  }
}

class Quoting {
  readonly #read: ReadNote
  readonly #options: QuoteOptions
  readonly #titles: ReadonlyMap<string, string>
  #count = 0

  constructor(read: ReadNote, options: QuoteOptions, titles: ReadonlyMap<string, string>) {
    this.#read = read
    this.#options = options
    this.#titles = titles
  }

  /** `around` are the paths of the text and of those that it is quoted in, its own last. */
  async expand(body: string, around: readonly string[]): Promise<string> {
    if (around.length > deepest || !body.includes('![[')) return body
    const edits: Edit[] = []
    for (const { start, end, embeds } of embedParagraphs(body)) {
      const quotes = await Promise.all(embeds.map(async embed => this.#quote(embed, around)))
      if (quotes.every(quote => quote === undefined)) continue
      const blocks = quotes.map((quote, at) => quote ?? `![[${embeds[at]?.inner ?? ''}]]`)
      edits.push({ start, end, text: blocks.join('\n\n') })
    }
    return applyEdits(body, edits)
  }

  async #quote({ inner }: WikiMatch, around: readonly string[]): Promise<string | undefined> {
    const { plan, isKept } = this.#options
    const own = around.at(-1)
    const resolved = resolveWikiLink(plan.links, inner, own)
    const path = notePathOf(resolved, plan)
    if (path === undefined || own === undefined || around.includes(path) || isKept(resolved)) return undefined
    const text = partOf(await this.#read(path), resolved, this.#titleOf(path, resolved))
    if (text.trim() === '') return undefined
    const expanded = await this.expand(text, [...around, path])
    const quoted = quote(this.#ownText(expanded, path, own))
    return `> **[[${inner.split('|', 1)[0]?.trim() ?? ''}]]**\n>\n${quoted}`
  }

  /** What the link above the quotation says. */
  #titleOf(path: string, resolved: ResolvedLink): string {
    return this.#titles.get(path) ?? this.#options.plan.titleElsewhere?.(resolved) ?? fileTitle(path)
  }

  /** The text of the note at `path` as it has to be in the one at `own`. */
  #ownText(text: string, path: string, own: string): string {
    const { links } = this.#options.plan
    const folder = own.slice(0, own.lastIndexOf('/') + 1)
    // Relative addresses are to be those of a note beside the one that quotes it.
    const to = `${folder}${path.slice(path.lastIndexOf('/') + 1)}`
    const moved = rewriteForRename(text, path, { from: path, to, before: links, after: links }).text
    this.#count += 1
    const suffix = `-quoted-${this.#count}`
    const { headings, rewrite } = rewritableMarkdown(moved, inner => inner)
    const named = rewrite({
      links: {
        wikiLink: link => `${link.isEmbed ? '!' : ''}[[${link.inner}]]`,
        wikiText: inner => inner,
        destination: () => undefined,
      },
      topHeadingLevel: 1,
      headingAnchor: () => '',
      label: label => `${label}${suffix}`,
    })
    return headings.length === 0 ? named : withoutHeadings(named)
  }
}

/** The titles of all notes that are exported, by path. */
function titlesOf({ lists, answersOf, otherNotes }: ExportPlan): Map<string, string> {
  const questions = lists.flatMap(list => list.sections.flatMap(section => section.questions))
  const notes = [...otherNotes, ...questions.flatMap(({ id }) => answersOf(id))]
  return new Map(notes.map(({ path, title }) => [path, title]))
}

interface EmbedParagraph {
  readonly start: number
  readonly end: number
  readonly embeds: readonly WikiMatch[]
}

/** Paragraphs of the text itself, not of a list or a quotation, that are nothing but embeds. */
function embedParagraphs(body: string): EmbedParagraph[] {
  const root = parseMarkdown(body)
  const embeds = findWikiLinks(body, [...walkMarkdown(root)]).filter(({ isEmbed }) => isEmbed)
  return root.children
    .filter((node): node is Paragraph => node.type === 'paragraph')
    .flatMap(paragraph => {
      const [start, end] = rangeOf(paragraph)
      const inside = embeds.filter(embed => embed.start >= start && embed.end <= end)
      const rest = applyEdits(
        body.slice(start, end),
        inside.map(embed => ({ start: embed.start - start, end: embed.end - start, text: '' })),
      )
      return inside.length > 0 && rest.trim() === '' ? [{ start, end, embeds: inside }] : []
    })
}

function notePathOf(resolved: ResolvedLink, plan: ExportPlan): string | undefined {
  if (resolved.kind === 'note') return resolved.path
  return resolved.kind === 'question' ? plan.answersOf(resolved.id)[0]?.path : undefined
}

/** The text that an embed shows, without a heading that says what the link to it says. */
function partOf({ body }: NoteText, resolved: ResolvedLink, title: string): string {
  const heading = resolved.kind === 'note' ? resolved.heading : undefined
  const part = heading === undefined ? body : (sectionOf(body, heading) ?? body)
  const trimmed = part.replace(/^\s*\n/, '')
  return withoutTitle(trimmed, heading === undefined ? title : heading.slice(heading.lastIndexOf('#') + 1))
}

function withoutHeadings(text: string): string {
  const headings = [...walkMarkdown(parseMarkdown(text))].filter(
    (node): node is Heading => node.type === 'heading',
  )
  return applyEdits(
    text,
    headings.map(heading => {
      const [start, end] = rangeOf(heading)
      const [first, last] = [heading.children[0], heading.children.at(-1)]
      if (first === undefined || last === undefined) return { start, end, text: '' }
      const words = text.slice(rangeOf(first)[0], rangeOf(last)[1]).replace(/\s+/g, ' ')
      return { start, end, text: words.includes('**') ? words : `**${words}**` }
    }),
  )
}

function quote(text: string): string {
  return closeOpenEnd(text)
    .text.split('\n')
    .map(line => (line.trim() === '' ? '>' : `> ${line}`))
    .join('\n')
}
