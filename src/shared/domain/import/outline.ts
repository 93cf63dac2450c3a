import type { SourceLine } from './source-line'

/** A stretch of lines in its container, whose indentation is taken away. Never empty. */
interface Span {
  readonly lines: readonly SourceLine[]
  /** Whether a blank line comes before it. */
  readonly hasGap: boolean
}

/** A part of a document: what an importer sees of Markdown and plain text alike. */
export type Block =
  | HeadingBlock
  | ItemBlock
  | DetailsBlock
  | (Span & { readonly kind: 'text' | 'code' | 'quote' | 'table' | 'rule' | 'comment' | 'html' })

export interface HeadingBlock extends Span {
  readonly kind: 'heading'
  readonly depth: number
  readonly text: string
}

export interface ItemBlock extends Span {
  readonly kind: 'item'
  readonly isOrdered: boolean
  /** The item's first paragraph on one line, without marker and check box. */
  readonly text: string
  readonly isTask: boolean
  readonly nested: readonly Block[]
}

/** `<details>` with its summary; `summaryRest` is what follows the summary's first paragraph inside it. */
export interface DetailsBlock extends Span {
  readonly kind: 'details'
  readonly summary: string
  readonly summaryRest: string
  readonly inner: readonly Block[]
}

/** 1-based, first and last. */
export function linesOf(block: Block): { from: number; to: number } {
  const first = block.lines[0] as SourceLine
  return { from: first.number, to: block.lines.at(-1)?.last ?? first.last }
}

/** The text of blocks as it stands in the source, with at most one blank line between two of them. */
export function verbatimOf(blocks: readonly Block[]): string {
  return blocks
    .map((block, index) => {
      const text = block.lines.map(line => line.text).join('\n')
      return index === 0 ? text : (block.hasGap ? '\n\n' : '\n') + text
    })
    .join('')
}

/** The block's text on one line. */
export function textOf(block: Block): string {
  return block.lines
    .map(line => line.text.trim())
    .join(' ')
    .trim()
}
