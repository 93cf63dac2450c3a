import { isImageName } from '../image-type'
import { decodePath } from '../link-keys'
import { plainInline } from '../markdown/parse-markdown'
import { fileTitle } from '../file-title'
import {
  joinPath,
  resolveMarkdownLink,
  resolveWikiLink,
  type LinkSpace,
  type ResolvedLink,
} from '../resolve-link'
import { parseEmbedSize, parseWikiLink, type EmbedSize } from '../wiki-link'
import type { ExportPlan, UnresolvedTarget } from './export-source'
import { escapeLine, escapeText } from './markdown-edits'
import type { WikiMatch } from '../markdown/find-wiki-links'
import type { LinkRewriter } from './rewrite-links'
import { wikiLinkTo } from './wiki-links'

/** Which text it is, and where the export has it. */
interface TextPlace {
  readonly path: string
  readonly from: string
}

type WikiPlace = Pick<WikiMatch, 'inner' | 'isEmbed' | 'isInTable'>

/** Where things are in an export. `from` is the text or file that the link stands in, as `rewriterFor` was told. */
export interface ExportPlaces {
  /** The destination of a link, percent-encoded; undefined when it leads to what is not part of the export. */
  linkTo(resolved: ResolvedLink, from: string): string | undefined
  /** The destination of a link to the copy of a file of the notebook, percent-encoded. */
  fileFor(path: string, from: string): string
  /** What a wiki link has before its bar; without it there are none. Undefined for what can't be named so. */
  readonly wikiTo?: ((resolved: ResolvedLink, from: string) => string | undefined) | undefined
}

/** Turns the links of a notebook into links within an export; what can't be is told once for each text. */
export class ExportLinks {
  readonly #source: ExportPlan
  readonly #links: LinkSpace
  readonly #places: ExportPlaces
  readonly #titles = new Map<string, string>()
  readonly #brokenLinks = new Map<string, UnresolvedTarget>()
  readonly #missingImages = new Map<string, UnresolvedTarget>()

  constructor(source: ExportPlan, places: ExportPlaces) {
    this.#source = source
    this.#links = source.links
    this.#places = places
    this.#collectTitles()
  }

  get brokenLinks(): UnresolvedTarget[] {
    return [...this.#brokenLinks.values()]
  }

  get missingImages(): UnresolvedTarget[] {
    return [...this.#missingImages.values()]
  }

  /** For the text of the note or list at `path`, which the export has in `from`. */
  rewriterFor(path: string, from = path): LinkRewriter {
    const place = { path, from }
    return {
      wikiText: inner => this.wikiText(inner, path),
      wikiLink: link => this.#wikiLink(link, place),
      destination: (destination, isImage) => this.#destination(destination, place, isImage),
      wholeLink: link => this.#wholeLink(link, place),
      fileName: destination => this.#fileName(destination, place),
    }
  }

  /** What a reader sees of a wiki link in the text at `path`. */
  wikiText(inner: string, path: string): string {
    const { target, label, heading } = parseWikiLink(inner)
    return label ?? this.#titleOf(resolveWikiLink(this.#links, inner, path)) ?? (target || heading || inner)
  }

  #wikiLink({ inner, isEmbed, isInTable }: WikiPlace, { path, from }: TextPlace): string {
    const resolved = resolveWikiLink(this.#links, inner, path)
    const isImage = isEmbed && resolved.kind === 'attachment' && isImageName(resolved.path)
    const hasSize = isImage || (isEmbed && resolved.kind === 'missing')
    const { rest, ...size } = hasSize ? parseEmbedSize(inner) : { rest: inner }
    const plain = this.wikiText(rest, path)
    const link = this.#places.linkTo(resolved, from)
    const isFile = resolved.kind === 'attachment' && this.#source.hasFile(resolved.path)
    if (link !== undefined || isFile) {
      // What an embed has after its bar is its size.
      const label = isEmbed ? (parseWikiLink(inner).label ?? '') : plain
      const wiki = wikiLinkTo(this.#places.wikiTo?.(resolved, from), label, isInTable)
      if (wiki !== undefined) return `${isEmbed ? '!' : ''}${wiki}`
    }
    const text = escapeText(plain)
    if (link !== undefined) return `[${text}](${link})`
    if (isFile) {
      const label = `${text}${writtenSize(size, isInTable)}`
      return `${isImage ? '!' : ''}[${label}](${this.#places.fileFor(resolved.path, from)})`
    }
    if (resolved.kind === 'attachment') this.#miss({ path, target: inner }, isImage)
    else if (resolved.kind === 'missing') this.#miss({ path, target: inner }, false)
    return escapeLine(plain)
  }

  #wholeLink(
    { destination, text, isInTable }: { destination: string; text: string; isInTable: boolean },
    { path, from }: TextPlace,
  ): string | undefined {
    if (this.#places.wikiTo === undefined) return undefined
    const resolved = resolveMarkdownLink(this.#links, destination, path)
    if (this.#places.linkTo(resolved, from) === undefined) return undefined
    return wikiLinkTo(this.#places.wikiTo(resolved, from), text, isInTable)
  }

  #destination(destination: string, { path, from }: TextPlace, isImage: boolean): string | null | undefined {
    const resolved = resolveMarkdownLink(this.#links, destination, path)
    if (resolved.kind === 'external') return undefined
    const link = this.#places.linkTo(resolved, from)
    if (link !== undefined) return link
    if (resolved.kind !== 'attachment' && resolved.kind !== 'missing') return null
    const file =
      resolved.kind === 'attachment'
        ? resolved.path
        : joinPath(path, decodePath(destination.split('#')[0] ?? ''))
    if (file !== undefined && this.#source.hasFile(file)) return this.#places.fileFor(file, from)
    this.#miss({ path, target: destination }, isImage)
    return null
  }

  #fileName(destination: string, { path }: TextPlace): string | undefined {
    const resolved = resolveMarkdownLink(this.#links, destination, path)
    const name = decodePath(destination.split(/[?#]/)[0] ?? '').replace(/^.*\//s, '')
    const isFile = (resolved.kind === 'attachment' || resolved.kind === 'missing') && /\.\w+$/.test(name)
    return isFile && !isImageName(name) ? name : undefined
  }

  #miss(unresolved: UnresolvedTarget, isImage: boolean): void {
    const map = isImage ? this.#missingImages : this.#brokenLinks
    map.set(`${unresolved.path}\n${unresolved.target}`, unresolved)
  }

  #titleOf(resolved: ResolvedLink): string | undefined {
    switch (resolved.kind) {
      case 'note':
        return (
          this.#titles.get(resolved.path) ??
          this.#source.titleElsewhere?.(resolved) ??
          fileTitle(resolved.path)
        )
      case 'question':
      case 'list':
        return this.#titles.get(`${resolved.kind} ${resolved.id}`) ?? this.#source.titleElsewhere?.(resolved)
      default:
        return undefined
    }
  }

  #collectTitles(): void {
    for (const note of this.#source.otherNotes) this.#titles.set(note.path, note.title)
    for (const list of this.#source.lists) {
      this.#titles.set(`list ${list.id}`, plainInline(list.title))
      for (const section of list.sections) {
        for (const { id, number, text } of section.questions) {
          this.#titles.set(`question ${id}`, `${section.number}.${number} ${plainInline(text)}`)
          for (const note of this.#source.answersOf(id)) this.#titles.set(note.path, note.title)
        }
      }
    }
  }
}

/** The size of an image as it stands at the end of its description. */
function writtenSize({ width, height }: Partial<EmbedSize>, isInTable: boolean): string {
  if (width === undefined) return ''
  return `${isInTable ? '\\' : ''}|${width}${height === undefined ? '' : `x${height}`}`
}
