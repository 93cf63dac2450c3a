import type { PhrasingContent } from 'mdast'
import type { Mark } from '@tiptap/pm/model'

/** An inline node and the marks that are still to be put around it. */
export interface Piece {
  readonly leaf: PhrasingContent
  readonly marks: readonly Mark[]
}

/** Emphasis can't begin or end with white space, so that moves out of it. */
const emphasisNames: readonly string[] = ['bold', 'italic', 'strike', 'highlight', 'subscript', 'superscript']

/**
 * The same pieces with white space only where Markdown keeps it, and adjacent text joined. Breaks at the end mean
 * nothing in Markdown, but in a table's cell, where they are `<br>`, they do.
 */
export function tidyPieces(pieces: readonly Piece[], keepsLastBreaks: boolean): Piece[] {
  const trimmed = trimLines(pieces, keepsLastBreaks)
  return mergeText(trimLines(mergeText(emphasisNames.reduce(moveSpacesOut, trimmed)), keepsLastBreaks))
}

/** The end of the run of pieces from `start` that have `mark`. */
export function runEnd(pieces: readonly Piece[], start: number, mark: Mark): number {
  let end = start
  while (pieces[end]?.marks.some(other => other.eq(mark)) === true) end += 1
  return end
}

/** Removes white space at both ends and around line breaks, and breaks at the end: Markdown ignores them all. */
function trimLines(pieces: readonly Piece[], keepsLastBreaks: boolean): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const isAtBreak = kept.length === 0 || isBreak(kept.at(-1)) || endsLine(kept.at(-1))
    if (isBreak(piece) && kept.length === 0 && !keepsLastBreaks) continue
    if (isBreak(piece) || (piece.leaf.type === 'text' && /^[ \t]*\n/.test(piece.leaf.value))) trimEnd(kept)
    const value = piece.leaf.type === 'text' ? piece.leaf.value.replace(/[ \t]*\n\s*/g, '\n') : undefined
    if (value === undefined) kept.push(piece)
    else pushText(kept, piece, isAtBreak ? value.replace(/^[ \t\n]+/, '') : value)
  }
  while ((isBreak(kept.at(-1)) && !keepsLastBreaks) || isBlank(kept.at(-1))) kept.pop()
  trimEnd(kept)
  return kept
}

function isBreak(piece: Piece | undefined): boolean {
  return piece?.leaf.type === 'break'
}

function endsLine(piece: Piece | undefined): boolean {
  return piece?.leaf.type === 'text' && piece.leaf.value.endsWith('\n')
}

function isBlank(piece: Piece | undefined): boolean {
  return piece?.leaf.type === 'text' && /^[ \t\n]*$/.test(piece.leaf.value)
}

function pushText(pieces: Piece[], piece: Piece, value: string): void {
  if (value !== '') pieces.push({ leaf: { type: 'text', value }, marks: piece.marks })
}

function trimEnd(pieces: Piece[]): void {
  for (let last = pieces.at(-1); last?.leaf.type === 'text'; last = pieces.at(-1)) {
    const value = last.leaf.value.replace(/[ \t\n]+$/, '')
    pieces.pop()
    pushText(pieces, last, value)
    if (value !== '') return
  }
}

function moveSpacesOut(pieces: readonly Piece[], name: string): Piece[] {
  const moved: Piece[] = []
  for (let start = 0; start < pieces.length;) {
    const mark = pieces[start]?.marks.find(candidate => candidate.type.name === name)
    const end = mark === undefined ? start + 1 : runEnd(pieces, start, mark)
    const run = pieces.slice(start, end)
    moved.push(...(mark === undefined ? run : withoutOuterSpaces(run, mark)))
    start = end
  }
  return moved
}

function withoutOuterSpaces(run: readonly Piece[], mark: Mark): Piece[] {
  const before: Piece[] = []
  const after: Piece[] = []
  const inside = [...run]
  for (let first = inside.shift(); first !== undefined; first = inside.shift()) {
    const [, space = '', rest = ''] = splitText(first, /^([\s\u00a0]*)(.*)$/s)
    if (isBreak(first) || space !== '') before.push(unmarked(first, mark, space))
    if (isBreak(first) || (first.leaf.type === 'text' && rest === '')) continue
    inside.unshift(space === '' ? first : withText(first, rest))
    break
  }
  for (let last = inside.pop(); last !== undefined; last = inside.pop()) {
    const [, rest = '', space = ''] = splitText(last, /^(.*?)([\s\u00a0]*)$/s)
    if (isBreak(last) || space !== '') after.unshift(unmarked(last, mark, space))
    if (isBreak(last) || (last.leaf.type === 'text' && rest === '')) continue
    inside.push(space === '' ? last : withText(last, rest))
    break
  }
  return [...before, ...inside, ...after]
}

function splitText(piece: Piece, pattern: RegExp): readonly string[] {
  return piece.leaf.type === 'text' ? (pattern.exec(piece.leaf.value) ?? []) : []
}

function unmarked(piece: Piece, mark: Mark, space: string): Piece {
  const marks = piece.marks.filter(other => !other.eq(mark))
  return piece.leaf.type === 'text' ? { leaf: { type: 'text', value: space }, marks } : { ...piece, marks }
}

function withText(piece: Piece, value: string): Piece {
  return { leaf: { type: 'text', value }, marks: piece.marks }
}

function mergeText(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    const type = piece.leaf.type
    if (last !== undefined && isTextual(last.leaf) && isTextual(piece.leaf) && last.leaf.type === type) {
      if (sameMarks(last.marks, piece.marks)) {
        merged[merged.length - 1] = {
          leaf: { type: last.leaf.type, value: last.leaf.value + piece.leaf.value },
          marks: last.marks,
        }
        continue
      }
    }
    merged.push(piece)
  }
  return merged
}

function isTextual(leaf: PhrasingContent): leaf is Extract<PhrasingContent, { type: 'text' | 'inlineCode' }> {
  return leaf.type === 'text' || leaf.type === 'inlineCode'
}

function sameMarks(left: readonly Mark[], right: readonly Mark[]): boolean {
  return left.length === right.length && left.every(mark => right.some(other => other.eq(mark)))
}
