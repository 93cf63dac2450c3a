import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'
import { parseNote } from './parse-note'

/** A text that is to stand beside another one. */
export interface JoinSide {
  /** With the indentation of its first line. */
  readonly text: string
  /** The mdast type of the one block that it is in its document; `undefined`: whatever blocks it is by itself. */
  readonly type: string | undefined
}

/**
 * Whether two texts with `gap` between them are read as they are to be, here or at least after `context`, which is what
 * stands before them: what a block is can depend on blocks before it.
 */
export function hasCleanJoin(left: JoinSide, gap: string, right: JoinSide, context: () => string): boolean {
  if (isApart(left, gap, right)) return true
  const joined = left.text + gap + right.text
  const border = left.text.length + gap.length
  const expected = [
    ...outlineOf(left),
    ...outlineOf(right).map(block => ({ ...block, end: block.end + border })),
  ]
  if (isEqual(parseOutline(joined), expected)) return true
  const before = context()
  if (before === '') return false
  const inContext = parseOutline(before + joined)
  const rest = inContext.splice(0, inContext.length - expected.length)
  const shifted = expected.map(block => ({ ...block, end: block.end + before.length }))
  return isEqual(inContext, shifted) && (rest.at(-1)?.end ?? 0) <= before.length
}

interface OutlineBlock {
  readonly type: string
  /** An offset in the text. */
  readonly end: number
}

const ownOutlines = new WeakMap<JoinSide, readonly OutlineBlock[]>()

function outlineOf(side: JoinSide): readonly OutlineBlock[] {
  return side.type === undefined ? ownOutline(side) : [{ type: side.type, end: side.text.length }]
}

function ownOutline(side: JoinSide): readonly OutlineBlock[] {
  const outline = ownOutlines.get(side) ?? parseOutline(side.text)
  ownOutlines.set(side, outline)
  return outline
}

function parseOutline(text: string): OutlineBlock[] {
  return parseNote(text).children.map(node => ({ type: node.type, end: rangeOf(node)[1] }))
}

function isEqual(left: readonly OutlineBlock[], right: readonly OutlineBlock[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ type, end }, index) => type === right[index]?.type && end === right[index].end)
  )
}

const blankLine = /^[ \t]*\r?\n[ \t]*\r?\n\s*$/
const endsAtBlankLine: readonly string[] = [
  'paragraph',
  'heading',
  'table',
  'thematicBreak',
  'blockquote',
  'definition',
]

/** Whether a blank line is plainly enough, as it is nearly always. */
function isApart(left: JoinSide, gap: string, right: JoinSide): boolean {
  const type = outlineOf(left).at(-1)?.type ?? ''
  if (!blankLine.test(gap) || !isEqual(ownOutline(right), outlineOf(right))) return false
  if (type === 'code') return isFenced(left.text)
  if (type === 'list') return /^\S/.test(right.text) && ownOutline(right)[0]?.type !== 'list'
  return endsAtBlankLine.includes(type)
}

/** Whether a text is code between two fences. */
function isFenced(text: string): boolean {
  const [, indentation = '', fence] = /^( {0,3})(`{3,}|~{3,})/.exec(text) ?? []
  const last = text.slice(text.lastIndexOf('\n') + 1)
  return fence !== undefined && text.includes('\n') && last.trimEnd() === indentation + fence
}
