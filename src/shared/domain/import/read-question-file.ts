import type { Blockquote, Heading, ListItem, Nodes, Root } from 'mdast'
import { toListId } from '../list-id'
import { type QuestionId, isQuestionId } from '../question-id'
import { readFrontMatter } from './front-matter'
import { unescapeQuestionStart, unescapeSectionTitle } from './question-text'
import { readMarkdownTree } from './read-markdown-tree'
import { dedent } from './source-line'
import { type SourcePart, splitAtHeadings } from './split-at-headings'

/** A question list's file as it stands: what its items say and where a block id would go. */
export interface QuestionFile {
  readonly id: string
  readonly title: string
  readonly language: string | undefined
  readonly source: string | undefined
  readonly sections: readonly QuestionFileSection[]
  /** Every heading outside of items, also those that only group sections or name the list. */
  readonly headings: readonly QuestionFileHeading[]
}

export interface QuestionFileHeading {
  /** 1-based, first and last. */
  readonly line: number
  readonly lastLine: number
  readonly depth: number
  /** The characters `[start, end)` of its title; undefined for a heading without one. */
  readonly titleSpan: { readonly start: number; readonly end: number } | undefined
}

export interface QuestionFileSection {
  readonly title: string
  /** 1-based line of its heading; 0 for items before the first one. */
  readonly line: number
  readonly items: readonly QuestionFileItem[]
}

export interface QuestionFileItem {
  /** The block id that the item ends in; another item before it may have the same one. */
  readonly blockId: QuestionId | undefined
  readonly text: string
  readonly hint: string | undefined
  readonly body: string | undefined
  /** 1-based, the last one with all that is nested in it. */
  readonly line: number
  readonly lastLine: number
  /** Where `text` begins; undefined where the item can hold no id. */
  readonly textStart: number | undefined
  /** The characters `[start, end)` that an id replaces; undefined where the item can hold none. */
  readonly idSpan: { readonly start: number; readonly end: number } | undefined
}

/**
 * Reads a question list's file, its top-level list items being the questions. Never throws.
 *
 * @param source without a byte order mark; `idSpan` counts its characters
 */
export function readQuestionFile(source: string, fileName: string): QuestionFile {
  const header = readFrontMatter(source)
  const parts = splitAtHeadings(source, header.length).map(part => ({
    ...part,
    tree: readMarkdownTree(part.source),
  }))
  const stem = fileStem(fileName)
  const title = header.title ?? firstTitle(parts) ?? stem
  return {
    id: header.id !== undefined && isListId(header.id) ? header.id : toListId(header.id ?? stem),
    title,
    language: header.language,
    source: header.source,
    sections: readSections(parts, title),
    headings: parts.flatMap(readHeadings),
  }
}

interface Part extends SourcePart {
  readonly tree: Root
}

function firstTitle(parts: readonly Part[]): string | undefined {
  for (const { tree, source } of parts) {
    const heading = tree.children.find(node => node.type === 'heading' && node.depth === 1)
    const text = heading?.type === 'heading' ? headingText(heading, source) : ''
    if (text !== '') return text
  }
  return undefined
}

function fileStem(fileName: string): string {
  const name = fileName.replace(/^.*[\\/]/, '')
  return name.replace(/\.[^.]{1,10}$/, '') || name
}

function isListId(value: string): boolean {
  return isQuestionId(value) && value.length <= 60
}

interface OpenSection {
  readonly title: string
  readonly line: number
  readonly depth: number
  readonly items: QuestionFileItem[]
}

function readSections(parts: readonly Part[], title: string): OpenSection[] {
  const sections: OpenSection[] = []
  for (const { node, part } of parts.flatMap(part => part.tree.children.map(node => ({ node, part })))) {
    if (node.type === 'heading') {
      dropParentHeading(sections, node.depth)
      const at = part.line + (node.position?.start.line ?? 1) - 1
      sections.push({
        title: headingText(node, part.source) || title,
        line: at,
        depth: node.depth,
        items: [],
      })
    } else if (node.type === 'list') {
      if (sections.length === 0) sections.push({ title, line: 0, depth: 0, items: [] })
      sections.at(-1)?.items.push(...node.children.flatMap(item => readItem(item, part)))
    }
  }
  return sections.filter(
    section => section.items.length > 0 || section.depth !== 1 || section.title !== title,
  )
}

function readHeadings({ tree, offset, line }: Part): QuestionFileHeading[] {
  return tree.children.flatMap((node): QuestionFileHeading[] => {
    if (node.type !== 'heading') return []
    const start = node.children[0]?.position?.start.offset
    const end = node.children.at(-1)?.position?.end.offset
    const hasTitle = start !== undefined && end !== undefined
    return [
      {
        line: line + (node.position?.start.line ?? 1) - 1,
        lastLine: line + (node.position?.end.line ?? 1) - 1,
        depth: node.depth,
        titleSpan: hasTitle ? { start: offset + start, end: offset + end } : undefined,
      },
    ]
  })
}

/** A heading with nothing but deeper headings under it groups sections; it is none itself. */
function dropParentHeading(sections: OpenSection[], depth: number): void {
  const last = sections.at(-1)
  if (last !== undefined && last.items.length === 0 && last.depth < depth) sections.pop()
}

function headingText(heading: Heading, source: string): string {
  return unescapeSectionTitle(onOneLine(sliceOf(heading.children[0], heading.children.at(-1), source)))
}

function sliceOf(first: Nodes | undefined, last: Nodes | undefined, source: string): string {
  return source.slice(
    first?.position?.start.offset ?? 0,
    first === undefined ? 0 : last?.position?.end.offset,
  )
}

function readItem(item: ListItem, { source, offset, line }: Part): QuestionFileItem[] {
  if (item.children.length === 0) return []
  const textSpan = textSpanOf(item, source)
  const raw = textSpan === undefined ? '' : source.slice(textSpan.start, textSpan.end)
  const [, rest = raw, blockId] = /^([^]*?)(?:^|[ \t]+)\^([A-Za-z0-9-]+)$/.exec(raw) ?? []
  const hasId = blockId !== undefined && isQuestionId(blockId)
  const written = hasId ? rest : raw
  const nested = textSpan === undefined ? item.children : item.children.slice(1)
  return [
    {
      blockId: hasId ? blockId : undefined,
      text: unescapeQuestionStart(onOneLine(written)),
      ...readNested(nested, item, source),
      line: line + (item.position?.start.line ?? 1) - 1,
      lastLine: line + (item.position?.end.line ?? 1) - 1,
      textStart: textSpan && offset + textSpan.start,
      idSpan: textSpan && { start: offset + textSpan.start + written.length, end: offset + textSpan.end },
    },
  ]
}

function textSpanOf(item: ListItem, source: string): { start: number; end: number } | undefined {
  const first = item.children[0]
  if (first === undefined) return undefined
  const isOneLine = first.position?.start.line === first.position?.end.line
  if (first.type !== 'paragraph' && first.type !== 'heading' && !(first.type === 'html' && isOneLine)) {
    return undefined
  }
  const [from, to] = first.type === 'heading' ? [first.children[0], first.children.at(-1)] : [first, first]
  if (from === undefined) return undefined
  const start = from.position?.start.offset ?? 0
  const end = to?.position?.end.offset ?? start
  return { start, end: start + source.slice(start, end).trimEnd().length }
}

function onOneLine(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(line => line.trim())
    .join(' ')
    .trim()
}

interface Nested {
  readonly hint: string | undefined
  readonly body: string | undefined
}

function readNested(nested: readonly Nodes[], item: ListItem, source: string): Nested {
  const indentation = contentIndentation(item, source)
  const hintAt = nested.findIndex(
    node => node.type === 'blockquote' && hintPattern.test(quoteText(node, source)),
  )
  const hintNode = nested[hintAt]
  const parts = hintNode === undefined ? [nested] : [nested.slice(0, hintAt), nested.slice(hintAt + 1)]
  const bodies = parts.map(part => verbatim(part, indentation, source)).filter(part => part !== '')
  const hint =
    hintNode?.type === 'blockquote' ? quoteText(hintNode, source).replace(hintPattern, '').trim() : ''
  return {
    hint: hint === '' ? undefined : hint,
    body: bodies.length === 0 ? undefined : bodies.join('\n\n'),
  }
}

const hintPattern = /^\s*(?:\*\*|__|[*_])?(?:hint|提示)\s*[:：](?:\*\*|__|[*_])?[ \t]*/i

function quoteText(quote: Blockquote, source: string): string {
  return sliceOf(quote, quote, source)
    .split(/\r\n?|\n/)
    .map(line => line.replace(/^[ \t]*> ?/, ''))
    .join('\n')
}

/** The lines of nested blocks without the indentation that the list item gives them. */
function verbatim(nodes: readonly Nodes[], indentation: number, source: string): string {
  const start = nodes[0]?.position?.start.offset
  const end = nodes.at(-1)?.position?.end.offset
  if (start === undefined || end === undefined) return ''
  const lineStart = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1
  const isAlone = source.slice(lineStart, start).trim() === ''
  return source
    .slice(isAlone ? lineStart : start, end)
    .split(/\r\n?|\n/)
    .map((line, index) => (index === 0 && !isAlone ? line : dedent(line, indentation)))
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}

function contentIndentation(item: ListItem, source: string): number {
  const start = item.position?.start
  if (start?.offset === undefined) return 0
  const marker = /^(?:[-*+]|\d{1,9}[.)])(?:(?: |\t){1,4}(?=\S))?/.exec(
    source.slice(start.offset, start.offset + 16),
  )
  const text = marker?.[0] ?? ''
  const width = /\s$/.test(text) ? columnsOf(text, start.column - 1) : text.length + 1
  return start.column - 1 + width
}

function columnsOf(text: string, from: number): number {
  let column = from
  for (const character of text) column += character === '\t' ? 4 - (column % 4) : 1
  return column - from
}
