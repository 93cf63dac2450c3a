import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { safeLabel } from '../../../../shared/domain/wiki-link'
import { linkLabel } from '../wiki-link/link-label'
import { addressOf } from '../wiki-link/wiki-link-view'

/** A child of a text block, and its part of the text. */
interface Piece {
  readonly node: ProseMirrorNode
  /** Its first position in the block's content. */
  readonly position: number
  /** Its first UTF-16 unit in the text, and the one behind its last. */
  readonly start: number
  readonly end: number
}

/** Where a match is in the content of its text block. */
export interface Place {
  readonly position: number
  readonly end: number
  /** Where in its text, for a match within a formula, a link or another node that is no text of the block. */
  readonly within?: { readonly from: number; readonly to: number }
  /** Whether it can be replaced: not where it goes over the border of such a node. */
  readonly isReplaceable: boolean
}

/** The text of a text block as it is looked through: formulas and unknown Markdown by their source, links by their label. */
export class SearchedText {
  readonly text: string
  readonly #pieces: readonly Piece[]

  constructor(block: ProseMirrorNode) {
    const pieces: Piece[] = []
    let text = ''
    block.forEach((node, position) => {
      const start = text.length
      text += node.text ?? ownText(node) ?? (node.type.name === 'hardBreak' ? '\n' : '\ufffc')
      pieces.push({ node, position, start, end: text.length })
    })
    this.text = text
    this.#pieces = pieces
  }

  /** @param from offset in the text, below `to`. */
  placeOf(from: number, to: number): Place | undefined {
    const touched = this.#pieces.filter(({ start, end }) => start < to && end > from)
    const first = touched[0]
    const last = touched.at(-1)
    if (first === undefined || last === undefined) return undefined
    const position = first.position + (first.node.isText ? from - first.start : 0)
    const end = last.position + (last.node.isText ? to - last.start : last.node.nodeSize)
    if (first === last && ownText(first.node) !== undefined) {
      return {
        position,
        end,
        within: { from: from - first.start, to: to - first.start },
        isReplaceable: true,
      }
    }
    const isReplaceable = touched.every(({ node }) => node.isText || node.type.name === 'hardBreak')
    return { position, end, isReplaceable }
  }
}

const sourceAttribute: Readonly<Record<string, string>> = { inlineMath: 'formula', rawInline: 'source' }

/** What a node that is no text is found by; undefined for one that isn't found. */
function ownText({ type, attrs }: ProseMirrorNode): string | undefined {
  if (type.name === 'wikiLink' && attrs['isEmbed'] !== true) return linkLabel(String(attrs['inner']))
  const attribute = sourceAttribute[type.name]
  return attribute === undefined ? undefined : String(attrs[attribute])
}

/**
 * A node that is no text with a part of its text replaced; undefined where nothing would be left of it. A link leads where it
 * did, and is called otherwise.
 */
export function withTextReplaced(
  node: ProseMirrorNode,
  { from, to }: { readonly from: number; readonly to: number },
  replacement: string,
): ProseMirrorNode | undefined {
  const before = ownText(node) ?? ''
  const text = before.slice(0, from) + replacement + before.slice(to)
  if (text.trim() === '') return undefined
  const attribute = sourceAttribute[node.type.name]
  const changed =
    attribute === undefined
      ? { inner: `${addressOf(String(node.attrs['inner']))}|${safeLabel(text)}` }
      : { [attribute]: text }
  return node.type.create({ ...node.attrs, ...changed }, null, node.marks)
}
