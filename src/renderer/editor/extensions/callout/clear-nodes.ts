import type { NodeRange, Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { liftTarget } from '@tiptap/pm/transform'

/** Makes paragraphs of the blocks of the selection and lifts them, as TipTap's command does, which can't follow other steps. */
export function clearNodes(tr: Transaction): void {
  const { doc, selection } = tr
  const done = tr.mapping.maps.length
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, (node, position) => {
      const mapping = tr.mapping.slice(done)
      const [start, end] = [position, position + node.nodeSize].map(at => tr.doc.resolve(mapping.map(at)))
      const range = node.isText || end === undefined ? null : (start?.blockRange(end) ?? null)
      if (range !== null) clear(tr, node, range)
    })
  }
}

function clear(tr: Transaction, node: ProseMirrorNode, range: NodeRange): void {
  const target = liftTarget(range)
  const { defaultType } = range.$from.parent.contentMatchAt(range.$from.index())
  if (node.isTextblock && defaultType !== null) tr.setNodeMarkup(range.start, defaultType)
  if (target !== null) tr.lift(range, target)
}
