import { Fragment, type Node as ProseMirrorNode, type Schema, Slice } from '@tiptap/pm/model'

const listMarker = /^(?:[-*+•·]|\d{1,9}[.)])$/

/**
 * The cells of text as spreadsheets copy it: columns parted by tabs, cells with line breaks in quotation marks.
 * `undefined` for other text: rows must be equally long, and neither code that is indented by tabs nor a list.
 */
export function readTabbedCells(text: string): string[][] | undefined {
  if (!text.includes('\t')) return undefined
  const rows = splitCells(text)
  const columns = rows[0]?.length ?? 0
  if (columns < 2 || rows.some(row => row.length !== columns)) return undefined
  const isIndented = rows.every(([first]) => first === '')
  const isList = rows.every(([first = '']) => listMarker.test(first.trim()))
  return isIndented || isList ? undefined : rows
}

function splitCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n?|\n|$)/gy
  for (const [whole, quoted, plain, end] of text.replace(/[\r\n]+$/, '').matchAll(pattern)) {
    if (whole === '' && rows.at(-1)?.length !== 0) break
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  return rows
}

/** A table with this text in its cells, the first row as its header. */
export function tableOf(rows: readonly (readonly string[])[], schema: Schema): ProseMirrorNode {
  return schema.node(
    'table',
    null,
    rows.map((row, index) =>
      schema.node(
        'tableRow',
        null,
        row.map(text =>
          schema.node(index === 0 ? 'tableHeader' : 'tableCell', null, cellContent(text, schema)),
        ),
      ),
    ),
  )
}

function cellContent(text: string, schema: Schema): ProseMirrorNode {
  const lines = text.split(/\r\n?|\n/).map(line => (line.trim() === '' ? [] : [schema.text(line.trim())]))
  return paragraphOf(lines, schema)
}

/** What was pasted as the lines of one cell; `undefined` when it has a table, whose cells go into cells. */
export function asLinesOfCell(slice: Slice, schema: Schema): Slice | undefined {
  const lines: ProseMirrorNode[][] = []
  let hasTable = false
  slice.content.descendants(node => {
    hasTable ||= node.type.spec['tableRole'] !== undefined
    if (node.isTextblock) lines.push(...linesOf(node, schema))
    return !node.isTextblock
  })
  if (hasTable || lines.length === 0) return undefined
  return new Slice(Fragment.from(paragraphOf(lines, schema)), 1, 1)
}

function linesOf(block: ProseMirrorNode, schema: Schema): ProseMirrorNode[][] {
  if (block.type.spec.code !== true) return [[...block.children]]
  const marks = [schema.mark('code')]
  return block.textContent.split('\n').map(line => (line === '' ? [] : [schema.text(line, marks)]))
}

function paragraphOf(lines: readonly ProseMirrorNode[][], schema: Schema): ProseMirrorNode {
  const content = lines.flatMap((line, index) => (index === 0 ? line : [schema.node('hardBreak'), ...line]))
  return schema.node('paragraph', null, content)
}
