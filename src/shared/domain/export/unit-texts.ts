import { composeUnit, type ComposedUnit, type UnitMarkdown } from './compose-unit'
import type { ExportChapter, ExportUnit } from './export-chapters'
import { ExportLinks, type ExportPlaces } from './export-links'
import type { ExportPlan, PlannedNote, UnresolvedTarget } from './export-source'
import type { HeadingAnchor } from './heading-anchors'
import { escapeText } from './markdown-edits'
import type { RewritableHeading } from './rewrite-markdown'
import { UnitPlaces, type UnitTarget } from './unit-places'
import { wikiLinkTo } from './wiki-links'

/** A note's text in its parts; `frontMatter` with its fences, empty when there is none. */
export interface NoteText {
  readonly frontMatter: string
  readonly body: string
}

/** Reads the text of the note at a path. */
export type ReadNote = (path: string) => Promise<NoteText>

export interface UnitSource {
  readonly plan: ExportPlan
  readonly chapters: readonly ExportChapter[]
  readonly read: ReadNote
}

/** How a format addresses what is in it. */
export interface UnitAddresses {
  /** Level of the heading of a unit. */
  readonly level: number
  /** The file or the part that has a unit; the other functions are told it as `from`. */
  placeOf(unit: ExportUnit): string
  /** Gives a unit's headings their anchors, in order; the unit's own heading comes first. */
  anchorsOf(unit: ExportUnit): (heading: RewritableHeading) => HeadingAnchor
  /** The destination of a link, percent-encoded; without it the format has no links. */
  readonly destination?: (target: UnitTarget, from: string) => string
  /** The destination of a link to a file of the notebook, percent-encoded. */
  fileFor(path: string, from: string): string
  /** As `ExportPlaces.wikiTo`, for a unit or the path of a file of the notebook. */
  readonly wikiTo?: ((target: UnitTarget | string, from: string) => string | undefined) | undefined
}

/** Addresses of a format whose units stand alone, as cards and rows do: none has an anchor, and none leads to another. */
export const apart: Omit<UnitAddresses, 'fileFor'> = {
  level: 1,
  placeOf: () => '',
  anchorsOf: () => () => ({ id: '', html: '' }),
}

/** A unit as Markdown; `frontMatter` is its first note's, `ids` are its anchors. */
export interface UnitText extends UnitMarkdown {
  readonly frontMatter: string
  readonly ids: ReadonlySet<string>
}

/** The texts of an export, one unit after the other: links lead to where things are in it. */
export class UnitTexts {
  readonly #source: UnitSource
  readonly #addresses: UnitAddresses
  readonly #places: UnitPlaces
  readonly #links: ExportLinks

  constructor(source: UnitSource, addresses: UnitAddresses) {
    this.#source = source
    this.#addresses = addresses
    this.#places = new UnitPlaces(source.chapters, source.plan.isAlone !== true)
    this.#links = new ExportLinks(source.plan, {
      linkTo: (resolved, from) => {
        const target = addresses.destination === undefined ? undefined : this.#places.find(resolved)
        return target === undefined ? undefined : addresses.destination?.(target, from)
      },
      fileFor: (path, from) => addresses.fileFor(path, from),
      wikiTo: this.#wikiTo(),
    })
  }

  get brokenLinks(): UnresolvedTarget[] {
    return this.#links.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return this.#links.missingImages
  }

  /** Where its links name headings of units that come later, those are looked at first. */
  async write(unit: ExportUnit): Promise<UnitText> {
    const from = this.#addresses.placeOf(unit)
    const { composed, frontMatter } = await this.#compose(unit)
    const write = (): UnitMarkdown =>
      composed.write(
        path => this.#links.rewriterFor(path, from),
        note => this.#see(note, from),
      )
    let parts = write()
    for (let wanted = this.#places.takeWanted(); wanted.length > 0; wanted = this.#places.takeWanted()) {
      for (const path of wanted) await this.#placeHeadings(path)
      parts = write()
    }
    return { ...parts, frontMatter, ids: composed.ids }
  }

  #wikiTo(): ExportPlaces['wikiTo'] {
    const { wikiTo } = this.#addresses
    if (wikiTo === undefined) return undefined
    return (resolved, from) => {
      if (resolved.kind === 'attachment') return wikiTo(resolved.path, from)
      const target = this.#places.find(resolved)
      return target === undefined ? undefined : wikiTo(target, from)
    }
  }

  /** A link to an answer that stands elsewhere. */
  #see(note: PlannedNote, from: string): string {
    const title = escapeText(note.title)
    const unit = this.#places.unitOfNote(note.path)
    if (unit === undefined) return title
    const target: UnitTarget = { kind: 'unit', unit, heading: undefined }
    const wiki = wikiLinkTo(this.#addresses.wikiTo?.(target, from), note.title)
    if (wiki !== undefined) return wiki
    const destination = this.#addresses.destination?.(target, from)
    return destination === undefined ? title : `[${title}](${destination})`
  }

  async #placeHeadings(path: string): Promise<void> {
    const unit = this.#places.unitOfNote(path)
    if (unit !== undefined) await this.#compose(unit)
  }

  async #compose(unit: ExportUnit): Promise<{ composed: ComposedUnit; frontMatter: string }> {
    const texts = new Map<string, NoteText>()
    for (const { path } of unit.notes) texts.set(path, await this.#source.read(path))
    const composed = composeUnit(unit, {
      words: this.#source.plan.words,
      bodies: new Map([...texts].map(([path, { body }]) => [path, body])),
      level: this.#addresses.level,
      nextAnchor: this.#addresses.anchorsOf(unit),
      wikiText: (inner, path) => this.#links.wikiText(inner, path),
    })
    for (const [path, headings] of composed.headingsOf)
      if (this.#places.unitOfNote(path) === unit) this.#places.setHeadings(path, headings)
    return { composed, frontMatter: texts.get(unit.notes[0]?.path ?? '')?.frontMatter ?? '' }
  }
}
