import { getNodeType } from '@tiptap/core'
import type { Node as ProseMirrorNode, NodeType, ResolvedPos, Schema } from '@tiptap/pm/model'

/** The types that the items of lists may have. */
export function itemTypes(schema: Schema): NodeType[] {
  return [getNodeType('listItem', schema), getNodeType('taskItem', schema)]
}

export function isItem({ type }: ProseMirrorNode): boolean {
  return type.name === 'listItem' || type.name === 'taskItem'
}

export function isList({ type }: ProseMirrorNode): boolean {
  return type.isInGroup('list')
}

/** The innermost list around a position. */
export function listAround($position: ResolvedPos): ProseMirrorNode | undefined {
  for (let depth = $position.depth; depth >= 0; depth -= 1) {
    const node = $position.node(depth)
    if (isList(node)) return node
  }
  return undefined
}
