import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/** A quote that begins with `[!type]`, and perhaps a fold mark and a title; positions are relative to the block. */
export interface Callout {
  readonly kind: CalloutKind
  readonly from: number
  readonly to: number
  /** Of `[!type]` with its fold mark. */
  readonly marker: readonly [from: number, to: number]
  /** The rest of the first line. */
  readonly title: readonly [from: number, to: number]
}

/** What a callout looks like; Obsidian's and GitHub's types are mapped to these. */
export type CalloutKind = 'note' | 'tip' | 'careful' | 'wrong' | 'question' | 'quote'

const marker = /^\[!([^\][\s]+)\][+-]?/
const kinds: Readonly<Record<string, CalloutKind>> = {
  tip: 'tip',
  hint: 'tip',
  important: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  warning: 'careful',
  caution: 'careful',
  attention: 'careful',
  danger: 'wrong',
  error: 'wrong',
  bug: 'wrong',
  failure: 'wrong',
  fail: 'wrong',
  missing: 'wrong',
  question: 'question',
  help: 'question',
  faq: 'question',
  quote: 'quote',
  cite: 'quote',
}
const known = new WeakMap<ProseMirrorNode, readonly Callout[]>()

/** The callouts in a top-level block; one that didn't change isn't walked again. */
export function findCallouts(block: ProseMirrorNode): readonly Callout[] {
  const found = known.get(block) ?? search(block)
  known.set(block, found)
  return found
}

function search(block: ProseMirrorNode): Callout[] {
  if (block.isTextblock || block.isAtom) return []
  const callouts = [readCallout(block, 0)]
  block.descendants((node, position) => {
    if (node.isTextblock || node.isAtom) return false
    callouts.push(readCallout(node, position + 1))
    return true
  })
  return callouts.filter(callout => callout !== undefined)
}

function readCallout(node: ProseMirrorNode, from: number): Callout | undefined {
  const first = node.type.name === 'blockquote' ? node.firstChild : null
  if (first?.type.name !== 'paragraph') return undefined
  const match = marker.exec(first.firstChild?.text ?? '')
  if (match?.[1] === undefined) return undefined
  const start = from + 2
  const markerEnd = start + match[0].length
  return {
    kind: kinds[match[1].toLowerCase()] ?? 'note',
    from,
    to: from + node.nodeSize,
    marker: [start, markerEnd],
    title: [markerEnd, start + firstLineSize(first)],
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
