import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import {
  type CalloutFold,
  calloutFoldOf,
  calloutMarker,
  type CalloutType,
  calloutTypeOf,
} from '../../../../shared/domain/markdown/callout-types'

type Range = readonly [from: number, to: number]

/** A quote that begins with `[!type]`, and perhaps a fold mark and a title. */
export interface Callout {
  /** As it is written. */
  readonly name: string
  /** `undefined` for a name that nobody knows. */
  readonly type: CalloutType | undefined
  /** Whether it can be folded, and is at first. */
  readonly fold: CalloutFold
  readonly from: number
  readonly to: number
  readonly nameRange: Range
  /** Of the fold mark; empty where there is none. */
  readonly foldRange: Range
  /** Of `[!type]` with its fold mark and the space after it. */
  readonly marker: Range
  /** The rest of the first line. */
  readonly title: Range
  /** What follows the first line in the same paragraph. */
  readonly rest: Range
}

const known = new WeakMap<ProseMirrorNode, readonly Callout[]>()
const none: readonly Callout[] = []

/** The callouts in a top-level block, relative to it; one that didn't change isn't walked again. */
export function findCallouts(block: ProseMirrorNode): readonly Callout[] {
  if (block.isTextblock || block.isAtom) return none
  const found = known.get(block)
  if (found !== undefined) return found
  const searched = search(block)
  known.set(block, searched)
  return searched
}

function search(block: ProseMirrorNode): Callout[] {
  const callouts = [readCallout(block, 0)]
  block.descendants((node, position) => {
    if (node.isTextblock || node.isAtom) return false
    callouts.push(readCallout(node, position + 1))
    return true
  })
  return callouts.filter(callout => callout !== undefined)
}

/** The callout that a node at `from` is; `undefined` for any other node. */
export function readCallout(node: ProseMirrorNode, from: number): Callout | undefined {
  const first = node.type.name === 'blockquote' ? node.firstChild : null
  if (first?.type.name !== 'paragraph') return undefined
  const match = calloutMarker.exec(first.firstChild?.text ?? '')
  if (match === null) return undefined
  const [whole, name = '', mark] = match
  const start = from + 2
  const foldStart = start + 2 + name.length + 1
  const titleEnd = start + firstLineSize(first)
  const markerEnd = start + whole.length
  return {
    name,
    type: calloutTypeOf(name),
    fold: calloutFoldOf(mark),
    from,
    to: from + node.nodeSize,
    nameRange: [start + 2, start + 2 + name.length],
    foldRange: [foldStart, foldStart + (mark ?? '').length],
    marker: [start, markerEnd],
    title: [markerEnd, Math.max(markerEnd, titleEnd)],
    rest: [titleEnd, start + first.content.size],
  }
}

function firstLineSize(paragraph: ProseMirrorNode): number {
  let size = 0
  for (const child of paragraph.children) {
    const lineBreak = child.isText
      ? (child.text ?? '').indexOf('\n')
      : child.type.name === 'hardBreak'
        ? 0
        : -1
    if (lineBreak >= 0) return size + lineBreak
    size += child.nodeSize
  }
  return size
}
