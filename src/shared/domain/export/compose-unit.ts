import { detached } from './detached'
import { ExportLabels } from './export-labels'
import type { ExportUnit } from './export-chapters'
import type { PlannedNote } from './export-source'
import { quotedHint, type ExportWords } from './export-words'
import type { HeadingAnchor } from './heading-anchors'
import { headingKey, isSameHeading } from './heading-key'
import { escapeText } from './markdown-edits'
import type { LinkRewriter } from './rewrite-links'
import { rewritableMarkdown, type RewritableHeading, type RewritableMarkdown } from './rewrite-markdown'

/** A heading of a note as links find it, with the anchor that it got. */
export interface PlacedHeading {
  readonly text: string
  readonly id: string
  /** Whether it is the first of the unit that says this: only that one is found by its words. */
  readonly isFirst: boolean
}

/** A unit put together and parsed: first all its headings have anchors, then it can be written. */
export interface ComposedUnit {
  /** All its anchors. */
  readonly ids: ReadonlySet<string>
  readonly headingsOf: ReadonlyMap<string, readonly PlacedHeading[]>
  /**
   * The unit as Markdown. `linksFor` is asked for the text of each path; `see` gives the link to an answer that stands
   * elsewhere.
   */
  write(linksFor: (path: string) => LinkRewriter, see: (note: PlannedNote) => string): UnitMarkdown
}

/** A unit's Markdown in its parts. */
export interface UnitMarkdown {
  /** One line, with its marks. */
  readonly heading: string
  /** What stands between a question and its answers: the text below it, and its hint. */
  readonly lead: readonly string[]
  /** The texts of notes, with what tells several of them apart. */
  readonly answers: readonly string[]
}

/** All parts of a unit, one below the other. */
export function joinUnit({ heading, lead, answers }: UnitMarkdown): string {
  return `${[heading, ...lead, ...answers].filter(block => block.trim() !== '').join('\n\n')}\n`
}

export interface ComposeOptions {
  readonly words: ExportWords
  /** Texts of the unit's notes, without front matter, by path. */
  readonly bodies: ReadonlyMap<string, string>
  /** Level of the unit's heading. */
  readonly level: number
  /** The anchor of the next heading; the unit's own comes first. */
  readonly nextAnchor: (heading: RewritableHeading) => HeadingAnchor
  /** What a reader sees of a wiki link in the text at `path`. */
  readonly wikiText: (inner: string, path: string) => string
}

interface Piece {
  readonly path: string
  readonly parsed: RewritableMarkdown
  readonly level: number
  readonly anchors: readonly HeadingAnchor[]
  readonly dropFirstHeading: boolean
}

/** Puts a question (heading, text below it, hint, answers) or a note (title, text) together. */
export function composeUnit(unit: ExportUnit, options: ComposeOptions): ComposedUnit {
  const { level, words } = options
  const { asked, notes, elsewhere } = unit
  const listPath = asked === undefined ? '' : `questions/${asked.list.id}.md`
  const heading = headingPiece(asked === undefined ? (notes[0]?.path ?? '') : listPath, unit.heading, options)
  const own = asked === undefined ? { title: unit.title, anchor: heading.anchors[0] } : undefined
  const lead = leadTexts(unit, words).map(markdown =>
    piece({ path: listPath, level: level + 1, markdown }, options),
  )
  const answers = notes.map(({ path }) =>
    piece({ path, level: level + 1, markdown: options.bodies.get(path) ?? '' }, options, own),
  )
  const isNumbered = asked !== undefined && notes.length + elsewhere.length > 1
  const pieces = [heading, ...lead, ...answers]
  return {
    ids: new Set(pieces.flatMap(({ anchors }) => anchors.map(({ id }) => id))),
    headingsOf: headingsOf(pieces, answers),
    write: (linksFor, see) => {
      const labels = new ExportLabels()
      for (const { parsed } of pieces) labels.add(parsed)
      const write = (each: Piece): string => writePiece(each, labels, linksFor(each.path))
      const blocks: string[] = []
      const [headingLine, leadBlocks] = [write(heading), lead.map(write)]
      for (const [index, answer] of answers.entries()) {
        const title = escapeText(notes[index]?.title ?? '')
        if (isNumbered) blocks.push(`**${words.answer(index + 1)}${words.colon}${title}**`)
        blocks.push(write(answer))
      }
      for (const [index, note] of elsewhere.entries())
        blocks.push(pointer(notes.length + index + 1, see(note)))
      return { heading: headingLine, lead: leadBlocks, answers: blocks }
    },
  }

  function pointer(number: number, link: string): string {
    return isNumbered ? words.seeAnswer(number, link) : words.see(link)
  }
}

/** What stands between a question and its answers. */
function leadTexts({ asked }: ExportUnit, words: ExportWords): string[] {
  if (asked === undefined) return []
  const { body, hint } = asked.question
  return [body ?? '', hint === undefined ? '' : quotedHint(hint, words)]
}

/** A text on one line as a heading. */
function headingPiece(path: string, inline: string, options: ComposeOptions): Piece {
  const line = inline.replace(/\s+/g, ' ').trim()
  const markdown = `# ${line.replace(/(^| )(#+)$/, '$1\\$2')}`
  return piece({ path, level: options.level, markdown }, options)
}

/** With `above`, a first heading that says the same as the one above the text is left out. */
function piece(
  { path, level, markdown }: { readonly path: string; readonly level: number; readonly markdown: string },
  { nextAnchor, wikiText }: ComposeOptions,
  above?: { readonly title: string; readonly anchor: HeadingAnchor | undefined },
): Piece {
  const parsed = rewritableMarkdown(markdown, inner => wikiText(inner, path))
  const first = parsed.headings[0]?.text
  const dropFirstHeading =
    above !== undefined &&
    first !== undefined &&
    parsed.startsWithHeading &&
    isSameHeading(first, above.title)
  const anchors = parsed.headings.map((heading, index) =>
    dropFirstHeading && index === 0 && above.anchor !== undefined ? above.anchor : nextAnchor(heading),
  )
  return { path, parsed, level, anchors, dropFirstHeading }
}

function headingsOf(pieces: readonly Piece[], answers: readonly Piece[]): Map<string, PlacedHeading[]> {
  const seen = new Set<string>()
  const placed = new Map<Piece, PlacedHeading[]>()
  for (const piece of pieces) {
    const { parsed, anchors, dropFirstHeading } = piece
    const headings = parsed.headings.map(({ text }, index) => {
      const key = headingKey(text)
      const isFirst = !seen.has(key) || (dropFirstHeading && index === 0)
      seen.add(key)
      return { text: detached(text), id: anchors[index]?.id ?? '', isFirst }
    })
    placed.set(piece, headings)
  }
  return new Map(answers.map(answer => [answer.path, placed.get(answer) ?? []]))
}

function writePiece(
  { parsed, level, anchors, dropFirstHeading }: Piece,
  labels: ExportLabels,
  links: LinkRewriter,
): string {
  const markdown = parsed.rewrite({
    topHeadingLevel: level,
    headingAnchor: index => anchors[index]?.html ?? '',
    label: labels.renamerFor(parsed),
    links,
    dropFirstHeading,
  })
  return dropFirstHeading ? markdown.trimStart() : markdown
}
