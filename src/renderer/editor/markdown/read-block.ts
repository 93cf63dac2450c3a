import type { List, ListItem, RootContent, Table } from 'mdast'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'
import { type ReadContext, readInline } from './read-inline'
import { richTextLimits } from './rich-text-limits'

/** A block of Markdown as a ProseMirror node, or `undefined` when there is no node for it. */
export function readBlock(node: RootContent, context: ReadContext): ProseMirrorNode | undefined {
  const { schema } = context
  switch (node.type) {
    case 'paragraph':
      return schema.node('paragraph', null, readInline(node.children, context))
    case 'heading':
      return schema.node('heading', { level: node.depth }, readInline(node.children, context))
    case 'thematicBreak':
      return schema.node('horizontalRule')
    case 'blockquote':
      return schema.node('blockquote', null, readBlocks(node.children, context))
    case 'code': {
      const content = node.value === '' ? [] : [schema.text(node.value)]
      return schema.node('codeBlock', { language: node.lang ?? null, meta: node.meta ?? null }, content)
    }
    case 'math': {
      const content = node.value === '' ? [] : [schema.text(node.value)]
      return schema.node('mathBlock', { meta: node.meta ?? null }, content)
    }
    case 'footnoteDefinition': {
      const label = /^\[\^((?:\\.|[^\]\\])+)\]:/.exec(context.source.slice(...rangeOf(node)))?.[1]
      return label === undefined
        ? undefined
        : schema.node('footnoteDefinition', { label }, readBlocks(node.children, context))
    }
    case 'list':
      return readList(node, context)
    case 'table':
      return readTable(node, context)
    default:
      return undefined
  }
}

/** Source that has no node of its own. */
export function rawBlock(source: string, { schema }: Pick<ReadContext, 'schema'>): ProseMirrorNode {
  return schema.node('rawBlock', null, source === '' ? [] : [schema.text(source)])
}

function readBlocks(nodes: readonly RootContent[], context: ReadContext): ProseMirrorNode[] {
  if (nodes.length === 0) return [context.schema.node('paragraph')]
  return nodes.map(node => readBlock(node, context) ?? rawBlock(nestedSource(node, context.source), context))
}

/** A node's source without the indentation and quote marks that its containers put before each line. */
function nestedSource(node: RootContent, source: string): string {
  if (node.type === 'html') return node.value
  const column = node.position?.start.column ?? 1
  const [first = '', ...rest] = source.slice(...rangeOf(node)).split('\n')
  return [first, ...rest.map(line => withoutPrefix(line, column - 1))].join('\n')
}

function withoutPrefix(line: string, width: number): string {
  let start = 0
  while (start < width && /[ \t>]/.test(line.charAt(start))) start += 1
  return line.slice(start)
}

function readList(node: List, context: ReadContext): ProseMirrorNode {
  const { schema } = context
  const items = node.children.map(item => readItem(item, context))
  const spread = node.spread ?? false
  if (node.ordered === true) return schema.node('orderedList', { spread, start: node.start ?? 1 }, items)
  const isTaskList = items.every(item => item.type.name === 'taskItem')
  return schema.node(isTaskList ? 'taskList' : 'bulletList', { spread }, items)
}

function readItem(item: ListItem, context: ReadContext): ProseMirrorNode {
  const { schema } = context
  const spread = item.spread ?? false
  if (typeof item.checked === 'boolean') {
    return schema.node('taskItem', { spread, checked: item.checked }, readBlocks(item.children, context))
  }
  const checked = emptyTask(item, context.source)
  if (checked === undefined) return schema.node('listItem', { spread }, readBlocks(item.children, context))
  return schema.node('taskItem', { spread, checked }, readBlocks(item.children.slice(1), context))
}

/** GFM reads `- [ ]` with nothing after it as text; to whoever is about to write there it is a task. */
function emptyTask(item: ListItem, source: string): boolean | undefined {
  const [first] = item.children
  if (first?.type !== 'paragraph') return undefined
  const text = source.slice(...rangeOf(first))
  return text === '[ ]' ? false : text === '[x]' ? true : undefined
}

function readTable(node: Table, context: ReadContext): ProseMirrorNode | undefined {
  const { schema } = context
  const columns = node.children[0]?.children.length ?? 0
  if (columns === 0 || node.children.some(row => row.children.length > columns)) return undefined
  if (columns * node.children.length > richTextLimits.cells) return undefined
  const rows = node.children.map((row, rowIndex) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const content = readInline(row.children[column]?.children ?? [], context, true)
      const paragraph = schema.node('paragraph', null, content)
      return schema.node(
        rowIndex === 0 ? 'tableHeader' : 'tableCell',
        { align: node.align?.[column] ?? null },
        [paragraph],
      )
    })
    return schema.node('tableRow', null, cells)
  })
  return schema.node('table', null, rows)
}
