import type { RE2JS } from 're2js'
import type { IndexedDocument } from './indexed-document'
import { readTexts, type Segment } from './segments/segment'
import type { SegmentIndex } from './segments/segment-index'

/** After so many characters others get a turn. */
const charactersPerPause = 200_000

export interface ScanTime {
  /** By `performance.now()`. */
  readonly until: number
  /** Is waited for now and then; when it gives false, the rest is not needed any more. */
  readonly pause: () => Promise<boolean>
}

/**
 * Looks through all texts for expressions, as far as there is time. What was found is kept: who asks for the same expressions again goes on where the last
 * one had to stop, until the index has other segments.
 */
export class RegexScan {
  #key = ''
  #segments: readonly WeakRef<Segment>[] = []
  /** By segment and document: a bit for each of the expressions that it has. */
  #found: readonly Uint32Array[] = []
  /** By segment and document: one more than where in its text the first of them was found; 0 where none was. */
  #starts: readonly Uint32Array[] = []
  /** By segment: how many of its documents were looked through. */
  #ends: number[] = []

  /** By segment: how many of its documents were looked through, from the first one on. */
  get ends(): readonly number[] {
    return this.#ends
  }

  /** Which of the expressions that were looked for a document has, a bit for each. */
  found(segment: number, document: number): number {
    return this.#found[segment]?.[document] ?? 0
  }

  /** Where one of the expressions stands in the text of a document, in UTF-16 units; undefined when that isn't known. */
  startIn(segment: Segment, document: number): number | undefined {
    const at = this.#segments.findIndex(known => known.deref() === segment)
    const start = this.#starts[at]?.[document] ?? 0
    return start === 0 ? undefined : start - 1
  }

  /** @returns false when `pause` did. */
  async run(
    index: SegmentIndex<IndexedDocument>,
    patterns: readonly RE2JS[],
    { until, pause }: ScanTime,
  ): Promise<boolean> {
    this.#begin(index, patterns)
    let characters = 0
    for (const [at, { segment, dead }] of index.segments.entries()) {
      for (const [number, text] of readTexts(segment, this.#ends[at]!)) {
        const texts = { title: segment.documents[number]!.title, text }
        if (dead?.[number] !== 1) this.#look(at, number, texts, patterns)
        this.#ends[at] = number + 1
        characters += text.length
        if (performance.now() > until) return true
        if (characters < charactersPerPause) continue
        characters = 0
        if (!(await pause())) return false
        // Someone else may have begun to look for something else.
        if (this.#segments[at]?.deref() !== segment || this.#ends[at] !== number + 1) return false
      }
    }
    return true
  }

  #look(
    segment: number,
    document: number,
    { title, text }: { readonly title: string; readonly text: string },
    patterns: readonly RE2JS[],
  ): void {
    for (const [bit, pattern] of patterns.entries()) {
      const matcher = pattern.matcher(text)
      const isInText = matcher.find()
      if (isInText) this.#starts[segment]![document] ||= matcher.start() + 1
      if (isInText || pattern.matcher(title).find()) this.#found[segment]![document]! |= 1 << bit
    }
  }

  #begin({ segments }: SegmentIndex<IndexedDocument>, patterns: readonly RE2JS[]): void {
    const key = JSON.stringify(patterns.map(pattern => pattern.pattern()))
    const isSame =
      key === this.#key &&
      segments.length === this.#segments.length &&
      segments.every(({ segment }, at) => this.#segments[at]?.deref() === segment)
    if (isSame) return
    this.#key = key
    this.#segments = segments.map(({ segment }) => new WeakRef<Segment>(segment))
    this.#found = segments.map(({ segment }) => new Uint32Array(segment.documents.length))
    this.#starts = segments.map(({ segment }) => new Uint32Array(segment.documents.length))
    this.#ends = segments.map(() => 0)
  }
}
