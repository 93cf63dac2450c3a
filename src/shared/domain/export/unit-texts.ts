import { composeUnit, type ComposedUnit, type UnitMarkdown } from './compose-unit'
import type { ExportChapter, ExportUnit } from './export-chapters'
import { ExportLinks } from './export-links'
import type { ExportPlan, UnresolvedTarget } from './export-source'
import type { HeadingAnchor } from './heading-anchors'
import type { RewritableHeading } from './rewrite-markdown'
import { UnitPlaces, type UnitTarget } from './unit-places'

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
  /** The destination of a link, percent-encoded; undefined where the format has no links. */
  destination(target: UnitTarget, from: string): string | undefined
  /** The destination of a link to a file of the notebook, percent-encoded. */
  fileFor(path: string, from: string): string
}

/** Addresses of a format whose units stand alone, as cards and rows do: none has an anchor, and none leads to another. */
export const apart: Omit<UnitAddresses, 'fileFor'> = {
  level: 1,
  placeOf: () => '',
  anchorsOf: () => () => ({ id: '', html: '' }),
  destination: () => undefined,
}

/** A unit as Markdown; `frontMatter` is its first note's. */
export interface UnitText extends UnitMarkdown {
  readonly frontMatter: string
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
    this.#places = new UnitPlaces(source.chapters)
    this.#links = new ExportLinks(source.plan, {
      linkTo: (resolved, from) => {
        const target = this.#places.find(resolved)
        return target === undefined ? undefined : addresses.destination(target, from)
      },
      fileFor: (path, from) => addresses.fileFor(path, from),
    })
  }

  get brokenLinks(): UnresolvedTarget[] {
    return this.#links.brokenLinks
  }

  get missingImages(): UnresolvedTarget[] {
    return this.#links.missingImages
  }

  /** To be done first where links lead to headings: `paths` are the notes of which links name one. */
  async placeHeadings(paths: ReadonlySet<string>): Promise<void> {
    for (const path of paths) {
      const unit = this.#places.unitOfNote(path)
      if (unit === undefined) continue
      const headings = (await this.#compose(unit)).composed.headingsOf.get(path)
      if (headings !== undefined) this.#places.setHeadings(path, headings)
    }
  }

  async write(unit: ExportUnit): Promise<UnitText> {
    const from = this.#addresses.placeOf(unit)
    const { composed, frontMatter } = await this.#compose(unit)
    const parts = composed.write(
      path => this.#links.rewriterFor(path, from),
      note => {
        const other = this.#places.unitOfNote(note.path)
        if (other === undefined) return undefined
        return this.#addresses.destination({ kind: 'unit', unit: other, anchor: undefined }, from)
      },
    )
    return { ...parts, frontMatter }
  }

  async #compose(unit: ExportUnit): Promise<{ composed: ComposedUnit; frontMatter: string }> {
    const texts = new Map<string, NoteText>()
    for (const { path } of unit.notes) texts.set(path, await this.#source.read(path))
    const composed = composeUnit(unit, {
      bodies: new Map([...texts].map(([path, { body }]) => [path, body])),
      level: this.#addresses.level,
      nextAnchor: this.#addresses.anchorsOf(unit),
      wikiText: (inner, path) => this.#links.wikiText(inner, path),
    })
    return { composed, frontMatter: texts.get(unit.notes[0]?.path ?? '')?.frontMatter ?? '' }
  }
}
