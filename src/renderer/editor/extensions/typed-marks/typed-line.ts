import type { Nodes } from 'mdast'
import type { Mark, Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { rangeOf } from '../../../../shared/domain/markdown/parse-markdown'
import { walkMarkdown } from '../../../../shared/domain/markdown/walk-markdown'
import { parseNote } from '../../markdown/parse-note'

/** A block's text near the caret as a line of Markdown, each of its characters one position of the document long. */
export interface TypedLine {
  readonly text: string
  /** Offset in `text`, after what was just typed. */
  readonly caret: number
  /** Position of the beginning of `text` in the document. */
  readonly start: number
  /** Of what was just typed. */
  readonly marks: readonly Mark[]
}

/** What an input rule is called with, for a match of one character. */
export interface TypedMatch {
  readonly state: EditorState
  readonly range: { readonly from: number; readonly to: number }
  readonly match: RegExpMatchArray
}

/** What the Markdown parser reads in a line; offsets in its text. */
export interface LineNode {
  readonly node: Nodes
  readonly start: number
  readonly end: number
}

/** Stands for code, formulas and the like: as the signs around these are, it is punctuation and not white space. */
export const notText = '\ufffc'

/** Keeps `# a` and `1. a` what they are within a line. */
const front = 'x '
/** What may be open, and what might be typed next to make the line before it a formula, code or an address. */
const closings = [
  ['$', '$'],
  ['$$', '$$'],
  ['`', '`'],
  ['](', ')'],
  ['[[', ']]'],
] as const
/** In characters: what a line has farther from the caret has no part in what is typed, and takes time to parse. */
const reach = { before: 1000, after: 200 }

/** Puts what was typed into the rule's transaction, and reads the line that it is in. */
export function typeIntoLine({ state, range, match }: TypedMatch): TypedLine | undefined {
  const { tr } = state
  const { from } = tr.selection
  // None at the end of a composition, which is in the document already.
  const typedLength = 1 + range.from - from
  if (typedLength < 0 || range.to < from) return undefined
  if (typedLength > 0) tr.insertText((match.input ?? '').slice(-typedLength), from, range.to)
  return lineAt(tr, from + typedLength)
}

function lineAt({ doc }: Transaction, position: number): TypedLine {
  const $caret = doc.resolve(position)
  const offset = $caret.parentOffset
  const from = Math.max(0, offset - reach.before)
  const text = $caret.parent.children
    .map(textOf)
    .join('')
    .slice(from, offset + reach.after)
  const marks = $caret.nodeBefore?.marks ?? []
  return { text, caret: offset - from, start: $caret.start() + from, marks }
}

function textOf(node: ProseMirrorNode): string {
  if (node.type.name === 'hardBreak') return ' '
  const isCode = node.marks.some(mark => mark.type.spec.code === true)
  return node.isText && !isCode ? (node.text ?? '').replaceAll('\n', ' ') : notText.repeat(node.nodeSize)
}

/** All that the parser reads in the line, outer nodes before inner ones. */
export function* nodesOf({ text }: TypedLine): Generator<LineNode> {
  for (const node of walkMarkdown(parseNote(front + text))) {
    const [start, end] = rangeOf(node)
    yield { node, start: start - front.length, end: end - front.length }
  }
}

/** Whether something still holds for the line when what may be open in it, as a formula, is closed at the caret. */
export function isLasting(line: TypedLine, holds: (line: TypedLine) => boolean): boolean {
  // The dollar sign of a price begins no formula.
  const before = line.text.slice(0, line.caret).replace(/\$(?=\d)/g, notText)
  const after = line.text.slice(line.caret)
  return closings.every(
    ([opening, closing]) => !before.includes(opening) || holds({ ...line, text: before + closing + after }),
  )
}
