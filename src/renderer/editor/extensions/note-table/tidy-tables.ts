import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'

/**
 * Keeps tables what GFM can say: the first row is the header, rows are equally long, cells don't span, a column is
 * aligned as its header is, and a cell is one paragraph whose lines are parted by breaks.
 */
export const TidyTables = Extension.create({
  name: 'tidyTables',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, before, after) =>
        transactions.some(({ docChanged }) => docChanged) ? tidyChanged(before, after) : null,
    }),
  ],
})

function tidyChanged(before: EditorState, { doc, tr }: EditorState): Transaction | null {
  const from = before.doc.content.findDiffStart(doc.content)
  const to = before.doc.content.findDiffEnd(doc.content)?.b
  if (from === null || to === undefined) return null
  doc.nodesBetween(Math.min(from, to), Math.max(from, to), (node, position) => {
    if (node.type.name === 'table') tidyTable(tr, node, position)
    return !node.isTextblock && node.type.name !== 'table'
  })
  return tr.docChanged ? tr : null
}

/** Adds the steps that tidy a table to `tr`, in whose first document it stands at `position`. */
export function tidyTable(tr: Transaction, table: ProseMirrorNode, position: number): void {
  const { schema } = table.type
  const alignments = (table.firstChild?.children ?? []).map(cell => cell.attrs['align'] as unknown)
  const width = table.children.reduce((most, row) => Math.max(most, row.childCount), 0)
  table.forEach((row, rowOffset, index) => {
    const type = schema.nodes[index === 0 ? 'tableHeader' : 'tableCell']
    if (type === undefined) return
    const start = position + rowOffset + 2
    row.forEach((cell, offset, column) => {
      joinParagraphs(tr, cell, start + offset)
      const attributes = { align: alignments[column] ?? null, colspan: 1, rowspan: 1, colwidth: null }
      if (cell.hasMarkup(type, attributes)) return
      tr.setNodeMarkup(tr.mapping.map(start + offset), type, attributes)
    })
    const missing = Array.from({ length: width - row.childCount }, (_, added) =>
      type.createAndFill({ align: alignments[row.childCount + added] ?? null }),
    )
    if (missing.length === 0) return
    tr.insert(
      tr.mapping.map(start + row.content.size),
      missing.filter(cell => cell !== null),
    )
  })
}

function joinParagraphs(tr: Transaction, cell: ProseMirrorNode, position: number): void {
  const lineBreak = cell.type.schema.node('hardBreak')
  let end = position + 1
  for (const paragraph of cell.children.slice(0, -1)) {
    end += paragraph.nodeSize
    tr.replaceWith(tr.mapping.map(end - 1, -1), tr.mapping.map(end + 1), lineBreak)
  }
}
