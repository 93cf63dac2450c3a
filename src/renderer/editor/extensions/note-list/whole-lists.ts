import { getNodeType } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { isList } from './list-nodes'

export type ListName = 'bulletList' | 'orderedList' | 'taskList'

/** Whether a list is of a kind, with all its items. */
export function isListOf(block: ProseMirrorNode, name: ListName): boolean {
  return block.type.name === name && block.children.every(item => item.type.name === itemNameOf(name))
}

/** A list, and the lists within it, as one of another kind. */
export function convertList(list: ProseMirrorNode, name: ListName): ProseMirrorNode {
  const { schema } = list.type
  const itemType = getNodeType(itemNameOf(name), schema)
  const items = list.children.map(item => {
    const content = item.children.map(child => (isList(child) ? convertList(child, name) : child))
    return itemType.create(item.attrs, content)
  })
  return getNodeType(name, schema).create(list.attrs, items)
}

/** What the items of a list say, and those of the lists within it. */
export function textsOf(list: ProseMirrorNode): ProseMirrorNode[] {
  return list.children.flatMap(item =>
    item.children.flatMap(child => (isList(child) ? textsOf(child) : [child])),
  )
}

/** The name of the items of a kind of list. */
export function itemNameOf(name: ListName): 'listItem' | 'taskItem' {
  return name === 'taskList' ? 'taskItem' : 'listItem'
}
