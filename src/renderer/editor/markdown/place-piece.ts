import { hasCleanJoin, type JoinSide } from './clean-join'

/** The text of a block that is to be saved. */
export interface Piece extends JoinSide {
  /** The block of the source that it is or was. */
  readonly index: number | undefined
  /** What stood before it in the source, without the indentation of its first line. */
  readonly gap: string
  readonly isVerbatim: boolean
  /** Whether it is source, as it was or as its user changed it. */
  readonly isLiteral: boolean
  /** Other texts for the same block, for where this one would be read as a part of its neighbour. */
  others(): readonly string[]
}

/** A piece, what was written before it, and what comes after it. */
export interface Place {
  /** Everything that was written, the last of it `left`. */
  readonly text: string
  readonly left: Piece | undefined
  readonly piece: Piece
  readonly next: Piece | undefined
  readonly eol: string
}

/** The gap before a piece, and the piece as it can stand there. */
export interface PlacedPiece {
  readonly gap: string
  readonly piece: Piece
}

/** Puts a piece after `left` so that both, and an untouched one after it, are read as what they are. */
export function placePiece(place: Place): PlacedPiece {
  let second: PlacedPiece | undefined
  for (const piece of textsOf(place.piece)) {
    const gap = place.left === undefined ? '' : findGap(place, place.left, piece)
    if (gap === undefined) continue
    if (leavesNext(place, piece, gap)) return { gap, piece }
    second ??= { gap, piece }
  }
  if (second !== undefined || place.left === undefined) return second ?? { gap: '', piece: place.piece }
  return placeApart(place, place.left)
}

function* textsOf(piece: Piece): Generator<Piece> {
  yield piece
  if (piece.isVerbatim) return
  for (const text of piece.others()) yield { ...piece, text }
  // There are texts that can't be anything but source, such as a tag alone on the first line of a paragraph.
  yield { ...piece, type: undefined }
}

/** The first gap with which both sides stay what they are; the one of the source, if there is one. */
function findGap(place: Place, left: Piece, right: Piece): string | undefined {
  const { gap } = right
  if (areNeighbours(left, right) && left.isLiteral && right.isLiteral) return gap
  const blank = place.eol + place.eol
  // A block that is source can end in a line break itself.
  const lines = (areNeighbours(left, right) && left.isVerbatim ? left.text.slice(-1) : '') + gap
  const hasLines = areNeighbours(left, right) ? lines.includes('\n') : gap.split('\n').length > 2
  const gaps = hasLines ? [gap, gap + place.eol] : [blank]
  const context = () => contextOf(place.text, left)
  return gaps.find(candidate => hasCleanJoin(left, candidate, right, context))
}

function leavesNext(place: Place, piece: Piece, gap: string): boolean {
  const { next } = place
  if (piece.isVerbatim || next?.isVerbatim !== true) return true
  return findGap({ ...place, text: place.text + gap + piece.text }, piece, next) !== undefined
}

/**
 * Nothing keeps the two apart. A list that came to stand beside another one takes other markers; else a comment stands
 * between them.
 */
function placeApart({ eol, text, piece }: Place, left: Piece): PlacedPiece {
  const blank = eol + eol
  const context = () => contextOf(text, left)
  if (piece.isVerbatim && !areNeighbours(left, piece)) {
    for (const other of piece.others()) {
      const rewritten = { ...piece, text: other, type: undefined, isVerbatim: false }
      if (hasCleanJoin(left, blank, rewritten, context)) return { gap: blank, piece: rewritten }
    }
  }
  const gap = areNeighbours(left, piece) && piece.gap.includes('\n') ? piece.gap : blank
  const isKeptApart =
    hasCleanJoin(left, gap, comment, context) &&
    hasCleanJoin(comment, gap, piece, () => `${context()}${left.text}${gap}`)
  return { gap: isKeptApart ? gap + comment.text + gap : gap, piece }
}

const comment: JoinSide = { text: '<!-- -->', type: 'html' }

function areNeighbours(left: Piece, right: Piece): boolean {
  return left.index !== undefined && right.index === left.index + 1
}

const longestContext = 30_000

/** What stands before `left`, or the end of it: from some blank line on. */
function contextOf(text: string, left: Piece): string {
  const before = text.slice(0, text.length - left.text.length).replace(/^\ufeff/, '')
  if (before.length <= longestContext) return before
  const from = before.indexOf('\n\n', before.length - longestContext)
  return from < 0 ? '' : before.slice(from)
}
