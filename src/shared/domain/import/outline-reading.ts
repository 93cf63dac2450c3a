import type { Block } from './outline'
import type { SourceLine } from './source-line'

/** What a reader of one kind of block gives back: `next` is the first line after the blocks it read. */
export interface Reading {
  readonly blocks: readonly Block[]
  readonly next: number
}

/** The lines of one container, what was found out about them before, and how to read what is nested in it. */
export interface Container {
  readonly lines: readonly SourceLine[]
  readonly isDeepest: boolean
  /** For the line of each `<details>`, the line of its end. */
  readonly detailsEnds: ReadonlyMap<number, number>
  /** The last line with `</table>`. */
  readonly lastTableEnd: number
  readonly readNested: (lines: readonly SourceLine[]) => Block[]
}
