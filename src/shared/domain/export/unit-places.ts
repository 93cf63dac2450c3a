import type { ResolvedLink } from '../resolve-link'
import type { PlacedHeading } from './compose-unit'
import type { ExportChapter, ExportUnit } from './export-chapters'
import { indexOfHeading } from './heading-key'

/** Where a link leads: a unit, and the heading in it when it is not its beginning; or the beginning of a list. */
export type UnitTarget =
  | { readonly kind: 'unit'; readonly unit: ExportUnit; readonly heading: PlacedHeading | undefined }
  | { readonly kind: 'chapter'; readonly chapter: ExportChapter }

/** Finds the unit that a link of the notebook leads to. */
export class UnitPlaces {
  readonly #questions = new Map<string, ExportUnit>()
  readonly #notes = new Map<string, ExportUnit>()
  readonly #lists = new Map<string, ExportChapter>()
  readonly #headings = new Map<string, readonly PlacedHeading[]>()

  /** Without `hasChapters` no link leads to a list. */
  constructor(chapters: readonly ExportChapter[], hasChapters: boolean) {
    for (const chapter of chapters) {
      const listId = hasChapters ? chapter.list?.id : undefined
      if (listId !== undefined && !this.#lists.has(listId)) this.#lists.set(listId, chapter)
      for (const unit of chapter.units) {
        if (unit.asked !== undefined) this.#questions.set(unit.asked.question.id, unit)
        for (const note of unit.notes) this.#notes.set(note.path, unit)
      }
    }
  }

  readonly #wanted = new Set<string>()

  /** Notes of which a link named a heading before it was told which they have; each is given once. */
  takeWanted(): string[] {
    const wanted = [...this.#wanted]
    this.#wanted.clear()
    return wanted
  }

  setHeadings(path: string, headings: readonly PlacedHeading[]): void {
    this.#headings.set(path, headings)
  }

  unitOfNote(path: string): ExportUnit | undefined {
    return this.#notes.get(path)
  }

  /** Undefined for what is not part of the export, and for what is no place of the notebook. */
  find(resolved: ResolvedLink): UnitTarget | undefined {
    switch (resolved.kind) {
      case 'question':
        return target(this.#questions.get(resolved.id), undefined)
      case 'list': {
        const chapter = this.#lists.get(resolved.id)
        return chapter === undefined ? undefined : { kind: 'chapter', chapter }
      }
      case 'note': {
        const unit = this.#notes.get(resolved.path)
        if (unit === undefined || resolved.heading === undefined) return target(unit, undefined)
        const headings = this.#headings.get(resolved.path)
        if (headings === undefined) this.#wanted.add(resolved.path)
        const index = indexOfHeading(headings ?? [], resolved.heading)
        return target(unit, index === undefined ? undefined : headings?.[index])
      }
      default:
        return undefined
    }
  }
}

function target(unit: ExportUnit | undefined, heading: PlacedHeading | undefined): UnitTarget | undefined {
  return unit === undefined ? undefined : { kind: 'unit', unit, heading }
}
