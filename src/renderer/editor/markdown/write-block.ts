import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, Table } from 'mdast'
import type { Math } from 'mdast-util-math'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { writeInline } from './write-inline'

/** The blocks that are written. */
export type WrittenBlock = BlockContent | DefinitionContent | Math

/** A block as mdast; with `isPlain`, its text without emphasis and links. `undefined` when there is nothing to write. */
export function writeBlock(node: ProseMirrorNode, isPlain = false): WrittenBlock | undefined {
  switch (node.type.name) {
    case 'paragraph': {
      const children = writeInline(node, { place: 'paragraph', isPlain })
      return children.length === 0 ? undefined : { type: 'paragraph', children }
    }
    case 'heading': {
      const depth = headingDepth(node)
      const place = depth > 2 ? 'line' : 'paragraph'
      return { type: 'heading', depth, children: writeInline(node, { place, isPlain }) }
    }
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'blockquote':
      return { type: 'blockquote', children: writeQuoted(node, isPlain) }
    case 'codeBlock':
      return {
        type: 'code',
        lang: attribute(node, 'language'),
        meta: attribute(node, 'meta'),
        value: node.textContent,
      }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return writeList(node, isPlain)
    case 'table':
      return writeTable(node, isPlain)
    case 'mathBlock':
      return { type: 'math', meta: attribute(node, 'meta'), value: node.textContent }
    case 'footnoteDefinition': {
      const label = String(node.attrs['label'])
      return { type: 'footnoteDefinition', identifier: label, label, children: writeBlocks(node, isPlain) }
    }
    case 'rawBlock': {
      const value = node.textContent.replace(/\s+$/, '')
      return value.trim() === '' ? undefined : { type: 'html', value }
    }
    default:
      throw new TypeError(`block without Markdown: ${node.type.name}`)
  }
}

function writeBlocks(parent: ProseMirrorNode, isPlain: boolean): WrittenBlock[] {
  return parent.children.flatMap(child => writeBlock(child, isPlain) ?? [])
}

/** A callout's marker that is no link and holds nothing to escape. */
const plainMarker = /^\[![\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*\](?![([:])/u

/** The marker of a callout is written as source: with an escape it would be none. */
function writeQuoted(node: ProseMirrorNode, isPlain: boolean): WrittenBlock[] {
  const blocks = writeBlocks(node, isPlain)
  const [first, ...rest] = blocks
  if (isPlain || first?.type !== 'paragraph' || node.firstChild?.childCount === 0) return blocks
  const [start, ...others] = first.children
  const [marker] = start?.type === 'text' ? (plainMarker.exec(start.value) ?? []) : []
  if (start?.type !== 'text' || marker === undefined) return blocks
  const title = start.value.slice(marker.length)
  const afterMarker: PhrasingContent[] = title === '' ? others : [{ type: 'text', value: title }, ...others]
  return [paragraph({ type: 'html', value: marker }, ...afterMarker), ...rest]
}

function attribute(node: ProseMirrorNode, name: string): string | null {
  const value: unknown = node.attrs[name]
  return typeof value === 'string' && value !== '' ? value : null
}

function headingDepth(node: ProseMirrorNode): 1 | 2 | 3 | 4 | 5 | 6 {
  const level: unknown = node.attrs['level']
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 ? level : 6
}

function writeList(node: ProseMirrorNode, isPlain: boolean): BlockContent {
  const isOrdered = node.type.name === 'orderedList'
  return {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered ? Number(node.attrs['start']) : null,
    spread: node.attrs['spread'] === true,
    children: node.children.map(item => writeItem(item, isPlain)),
  }
}

/** The box is written as source: the serializers of task lists and of emphasis beside Chinese exclude each other. */
function writeItem(item: ProseMirrorNode, isPlain: boolean): ListItem {
  const children = writeBlocks(item, isPlain)
  const spread = item.attrs['spread'] === true
  if (item.type.name !== 'taskItem') return { type: 'listItem', spread, children }
  const box = item.attrs['checked'] === true ? '[x]' : '[ ]'
  const [first, ...rest] = children
  if (first?.type !== 'paragraph') {
    return { type: 'listItem', spread, children: [paragraph({ type: 'html', value: box }), ...children] }
  }
  const checked = paragraph({ type: 'html', value: `${box} ` }, ...first.children)
  return { type: 'listItem', spread, children: [checked, ...rest] }
}

function paragraph(...children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

function writeTable(node: ProseMirrorNode, isPlain: boolean): Table {
  return {
    type: 'table',
    align: (node.firstChild?.children ?? []).map(columnAlignment),
    children: node.children.map(row => ({
      type: 'tableRow',
      children: row.children.map(cell => ({ type: 'tableCell', children: writeCell(cell, isPlain) })),
    })),
  }
}

function columnAlignment(cell: ProseMirrorNode): 'left' | 'right' | 'center' | null {
  const align: unknown = cell.attrs['align']
  return align === 'left' || align === 'right' || align === 'center' ? align : null
}

function writeCell(cell: ProseMirrorNode, isPlain: boolean): PhrasingContent[] {
  const lines = cell.children.map(line => writeInline(line, { place: 'cell', isPlain }))
  return lines
    .filter(line => line.length > 0)
    .flatMap((line, index): PhrasingContent[] => (index === 0 ? line : [{ type: 'break' }, ...line]))
}
