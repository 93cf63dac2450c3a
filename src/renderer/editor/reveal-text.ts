import type { Editor } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { bringToMiddle } from './bring-into-view'
import type { ViewSync } from './source/view-sync'

/** A place to be found again: a word as it is spelled, and a piece of the text around it with its white space collapsed. */
export interface WantedText {
  readonly match: string
  readonly around: string
}

const highlightName = 'revealed'
const shownMs = 2500
/** So many characters on either side tell one place from the others; fewer are tried where the text differs there, and none at last. */
const contexts = [40, 16, 6]

/** Brings a place to the middle of the view, puts the caret behind it and marks it for a moment. */
export function revealText(editor: Editor, sync: ViewSync, wanted: WantedText): void {
  const isSourceShown = sync.view !== undefined && editor.view.dom.offsetParent === null
  if (isSourceShown) return revealInSource(sync, wanted)
  const place = findPlace(editor.state.doc, wanted)
  if (place === undefined) return
  const { tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, place.end)))
  const { node: startNode, offset: startOffset } = editor.view.domAtPos(place.start)
  const { node: endNode, offset: endOffset } = editor.view.domAtPos(place.end)
  const range = document.createRange()
  range.setStart(startNode, startOffset)
  range.setEnd(endNode, endOffset)
  bringToMiddle(editor.view, place.start)
  const highlight = new Highlight(range)
  CSS.highlights.set(highlightName, highlight)
  setTimeout(() => {
    if (CSS.highlights.get(highlightName) === highlight) CSS.highlights.delete(highlightName)
  }, shownMs)
}

function revealInSource(sync: ViewSync, { match }: WantedText): void {
  const at = sync.body().indexOf(match)
  if (at < 0) return
  sync.view?.setCaret(at + match.length)
  sync.view?.focus()
}

interface Place {
  readonly start: number
  readonly end: number
}

function findPlace(doc: ProseMirrorNode, { match, around }: WantedText): Place | undefined {
  if (match === '') return undefined
  for (const [lead, tail] of surroundings(match, around)) {
    const wanted = lead + match + tail
    const found = findInBlocks(doc, wanted, lead.length)
    if (found !== undefined) return { start: found, end: found + match.length }
    const link = findLinkTo(doc, wanted)
    if (link !== undefined) return link
  }
  return undefined
}

/** What stands before and behind a match, from much to nothing. At the edges of a block only one side is of the same block. */
function surroundings(match: string, around: string): readonly (readonly [lead: string, tail: string])[] {
  const at = around.indexOf(match)
  if (at < 0) return [['', '']]
  const sides = contexts.map(length => {
    const lead = around.slice(Math.max(0, at - length), at).replace(/^… /, '')
    const tail = around.slice(at + match.length, at + match.length + length).replace(/ …$/, '')
    return [lead, tail] as const
  })
  const oneSided = sides.flatMap(([lead, tail]) => [['', tail] as const, [lead, ''] as const])
  return [...sides, ...oneSided, ['', '']]
}

/** Where `text` stands within one block, plus `offset`. Line breaks in a block count as spaces. */
function findInBlocks(doc: ProseMirrorNode, text: string, offset: number): number | undefined {
  let found: number | undefined
  doc.descendants((node, position) => {
    if (found !== undefined) return false
    if (!node.isTextblock) return true
    // One character for each position, so that offsets in the text are positions in the block.
    const content = node.textBetween(0, node.content.size, undefined, '\uFFFC').replace(/\s/g, ' ')
    const at = content.indexOf(text)
    if (at >= 0 && content.length === node.content.size) found = position + 1 + at + offset
    return false
  })
  return found
}

/** The text of the first link whose address has `text` in it: the search finds addresses too. */
function findLinkTo(doc: ProseMirrorNode, text: string): Place | undefined {
  let found: Place | undefined
  doc.descendants((node, position) => {
    if (found !== undefined) return false
    const address: unknown = node.marks.find(({ type }) => type.name === 'link')?.attrs['href']
    if (typeof address === 'string' && address.includes(text)) {
      found = { start: position, end: position + node.nodeSize }
    }
    return true
  })
  return found
}
