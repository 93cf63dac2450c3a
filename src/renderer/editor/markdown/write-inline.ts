import type { PhrasingContent } from 'mdast'
import type { Mark, Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type Piece, runEnd, tidyPieces } from './inline-pieces'
import { betweenTags } from './sub-super'

/** How inline content is written: in a `cell` or on a `line` there are no line breaks; `isPlain` leaves marks out. */
export interface InlineStyle {
  readonly place: 'paragraph' | 'line' | 'cell'
  readonly isPlain: boolean
}

/** The content of a text block as mdast, without white space where Markdown has none. */
export function writeInline(parent: ProseMirrorNode, style: InlineStyle): PhrasingContent[] {
  const pieces = parent.children.flatMap((node, index): Piece[] => {
    const marks = style.isPlain ? [] : node.marks.filter(mark => mark.type.name !== 'code')
    const piece = { leaf: writeLeaf(node, style), marks }
    // Two formulas in a row would be read as one with two dollar signs.
    const isDoubled = isFormula(node) && isFormula(parent.maybeChild(index - 1))
    return isDoubled ? [{ leaf: { type: 'text', value: ' ' }, marks: [] }, piece] : [piece]
  })
  return nest(tidyPieces(pieces, style.place === 'cell'))
}

function isFormula(node: ProseMirrorNode | null): boolean {
  return node?.type.name === 'inlineMath'
}

function writeLeaf(node: ProseMirrorNode, style: InlineStyle): PhrasingContent {
  const { attrs } = node
  const { place } = style
  switch (node.type.name) {
    case 'text':
      return writeText(node, style)
    case 'hardBreak':
      return place === 'line' ? { type: 'text', value: ' ' } : { type: 'break' }
    case 'image':
      return { type: 'image', url: text(attrs['src']), alt: text(attrs['alt']), title: title(attrs['title']) }
    case 'wikiLink':
      return { type: 'wikiLink', value: text(attrs['inner']), isEmbed: attrs['isEmbed'] === true }
    case 'inlineMath':
      return { type: 'html', value: writeFormula(node, place) }
    case 'footnoteReference':
      return { type: 'html', value: `[^${text(attrs['label'])}]` }
    case 'rawInline': {
      const value = text(attrs['source']).replace(/\s*\n\s*/g, ' ')
      return { type: 'html', value: place === 'cell' ? value.replaceAll(/\\?\|/g, '\\|') : value }
    }
    default:
      throw new TypeError(`inline node without Markdown: ${node.type.name}`)
  }
}

/** A bar would end the cell, and a norm's `\\|` too: there it is written in letters. */
function writeFormula({ attrs }: ProseMirrorNode, place: InlineStyle['place']): string {
  const formula = text(attrs['formula']).replace(/\s*\n\s*/g, ' ')
  const fence = attrs['isDisplay'] === true ? '$$' : '$'
  const written =
    place === 'cell'
      ? formula.replace(/\\[^]|\|/g, match => (match === '\\|' ? '\\Vert ' : match === '|' ? '\\|' : match))
      : formula
  return fence + written + fence
}

function writeText(node: ProseMirrorNode, { place, isPlain }: InlineStyle): PhrasingContent {
  const value = node.text ?? ''
  if (!isPlain && node.marks.some(mark => mark.type.name === 'code')) {
    return { type: 'inlineCode', value: value.replace(/\s*\n\s*/g, ' ') }
  }
  return { type: 'text', value: place === 'paragraph' ? value : value.replaceAll('\n', ' ') }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function title(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** Puts the marks around the pieces, the one that lasts longest outermost; `***both***` is bold within italic. */
function nest(pieces: readonly Piece[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (let start = 0; start < pieces.length;) {
    const piece = pieces[start]
    if (piece === undefined) break
    const [mark, end] = longestMark(pieces, start)
    if (mark === undefined) {
      nodes.push(piece.leaf)
    } else {
      const inner = pieces
        .slice(start, end)
        .map(({ leaf, marks }) => ({ leaf, marks: marks.filter(other => !other.eq(mark)) }))
      nodes.push(...wrap(mark, nest(inner)))
    }
    start = end
  }
  return nodes
}

function longestMark(pieces: readonly Piece[], start: number): readonly [Mark | undefined, number] {
  let longest: readonly [Mark | undefined, number] = [undefined, start + 1]
  for (const mark of pieces[start]?.marks ?? []) {
    const end = runEnd(pieces, start, mark)
    const isPreferred = end === longest[1] && goesAround(mark, longest[0])
    if (longest[0] === undefined || end > longest[1] || isPreferred) longest = [mark, end]
  }
  return longest
}

/** Tags can stand within a word, which emphasis can't everywhere. */
function goesAround(mark: Mark, other: Mark | undefined): boolean {
  const isTag = mark.type.name === 'subscript' || mark.type.name === 'superscript'
  return isTag || (mark.type.name === 'italic' && other?.type.name === 'bold')
}

function wrap(mark: Mark, children: PhrasingContent[]): PhrasingContent[] {
  switch (mark.type.name) {
    case 'bold':
      return [{ type: 'strong', children }]
    case 'italic':
      return [{ type: 'emphasis', children }]
    case 'strike':
      return [{ type: 'delete', children }]
    case 'highlight':
      return [{ type: 'highlight', children }]
    case 'subscript':
    case 'superscript':
      return betweenTags(mark.type.name, children)
    case 'link':
      return [{ type: 'link', url: text(mark.attrs['href']), title: title(mark.attrs['title']), children }]
    default:
      throw new TypeError(`mark without Markdown: ${mark.type.name}`)
  }
}
