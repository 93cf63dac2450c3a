import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import type { LoadedMarkdown } from '../markdown/load-markdown'
import { loadMarkdown } from '../markdown/load-markdown'

/** A character that no note has, put where the caret is. */
const marker = '\ue0c7'

/**
 * Where a position of `doc` stands in its Markdown: the caret is written as a character of its own. In a block that is
 * written otherwise than its source the offset is near.
 */
export function toSourceOffset(
  doc: ProseMirrorNode,
  position: number,
  save: (doc: ProseMirrorNode) => string,
): number {
  const $position = doc.resolve(Math.min(position, doc.content.size))
  const at = $position.parent.isTextblock ? position : undefined
  if (at === undefined) return position <= 1 ? 0 : save(doc).length
  const marked = EditorState.create({ doc }).tr.insertText(marker, at).doc
  return Math.max(0, Math.min(save(marked).indexOf(marker), save(doc).length))
}

/** The position of `loaded.doc` that an offset of its Markdown stands for. */
export function fromSourceOffset(loaded: LoadedMarkdown, body: string, offset: number): number {
  const { doc } = loaded
  if (body.trim() === '') return 1
  const index = blockAt(loaded, offset)
  const start = doc.resolve(0).posAtIndex(index, 0)
  const [from, to] = loaded.sliceOf(index)
  const source = body.slice(from, Math.max(to, from))
  const inBlock = Math.max(0, Math.min(offset - from, source.length))
  for (const at of candidates(source, inBlock)) {
    const found = markerIn(source.slice(0, at) + marker + source.slice(at), doc.type.schema)
    const limit = start + doc.child(index).nodeSize - 1
    if (found !== undefined) return Math.min(start + found, limit)
  }
  return start + 1
}

/** The last block that begins at or before an offset. */
function blockAt({ doc, sliceOf }: LoadedMarkdown, offset: number): number {
  let low = 0
  let high = doc.childCount - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (sliceOf(middle)[0] <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The offset itself, then the ends and beginnings of words around it, where no mark is torn. */
function candidates(source: string, offset: number): number[] {
  const after = /[\p{L}\p{N}]/u.exec(source.slice(offset))
  const before = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(source.slice(0, offset))
  return [
    offset,
    ...(after === null ? [] : [offset + after.index]),
    ...(before === null ? [] : [before.index + before[0].length]),
    source.length,
  ]
}

/** The position of the marker in what a source is read as; undefined where it is in no text. */
function markerIn(source: string, schema: Schema): number | undefined {
  const { doc } = loadMarkdown(source, schema)
  let found: number | undefined
  doc.descendants((node, position) => {
    const at = node.text?.indexOf(marker) ?? -1
    if (at >= 0) found ??= position + at
    return found === undefined
  })
  return doc.firstChild?.type.name === 'rawBlock' && doc.childCount > 1 ? undefined : found
}
