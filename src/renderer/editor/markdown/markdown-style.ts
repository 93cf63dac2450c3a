import type { List, Nodes, RootContent } from 'mdast'
import { rangeOf } from '../../../shared/domain/markdown/parse-markdown'

/** The marks that a writer of Markdown chooses between. */
export interface MarkdownStyle {
  readonly bullet: '-' | '*' | '+'
  readonly bulletOrdered: '.' | ')'
  readonly incrementListMarker: boolean
  readonly listItemIndent: 'one' | 'tab'
  readonly emphasis: '*' | '_'
  readonly strong: '*' | '_'
  readonly fence: '`' | '~'
  /** Whether code without a language is fenced too. */
  readonly fences: boolean
  readonly setext: boolean
  readonly rule: '-' | '*' | '_'
  /** How a line is broken: a backslash, or two spaces. */
  readonly lineBreak: '\\' | '  '
  /** Whether an address that is its own text stands between angle brackets. */
  readonly hasAngleBrackets: boolean
  /** Whether the bars of a table stand under each other. */
  readonly isTableAligned: boolean
}

/** What is written where a document doesn't say otherwise. */
export const defaultStyle: MarkdownStyle = {
  bullet: '-',
  bulletOrdered: '.',
  incrementListMarker: true,
  listItemIndent: 'one',
  emphasis: '*',
  strong: '*',
  fence: '`',
  fences: true,
  setext: false,
  rule: '-',
  lineBreak: '\\',
  hasAngleBrackets: false,
  isTableAligned: false,
}

/** The style of the first of each kind of node under `root`, else of `base`. `source` is what it was parsed from. */
export function detectStyle(
  root: Nodes | readonly RootContent[],
  source: string,
  base: MarkdownStyle,
): MarkdownStyle {
  const found: Partial<Mutable<MarkdownStyle>> = {}
  for (const node of 'type' in root ? [root] : root) visit(node, source, found)
  return { ...base, ...found }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

function visit(node: Nodes, source: string, found: Partial<Mutable<MarkdownStyle>>): void {
  if (node.position !== undefined) {
    const style = styleOf(node, source.slice(...rangeOf(node)))
    Object.assign(found, { ...style, ...found })
  }
  if ('children' in node) for (const child of node.children) visit(child, source, found)
}

function styleOf(node: Nodes, slice: string): Partial<MarkdownStyle> {
  const first = slice.charAt(0)
  switch (node.type) {
    case 'list':
      return listStyle(node, slice)
    case 'emphasis':
      return { emphasis: first === '_' ? '_' : '*' }
    case 'strong':
      return { strong: first === '_' ? '_' : '*' }
    case 'heading':
      return node.depth > 2 ? {} : { setext: first !== '#' }
    case 'thematicBreak':
      return { rule: first === '*' || first === '_' ? first : '-' }
    case 'code':
      if (first === '~') return { fence: '~', fences: true }
      return first === '`' ? { fence: '`', fences: true } : { fences: false }
    case 'break':
      return { lineBreak: first === '\\' ? '\\' : '  ' }
    case 'link':
      return node.children.length === 1 && first !== '[' ? { hasAngleBrackets: first === '<' } : {}
    case 'table':
      return { isTableAligned: isAligned(slice) }
    default:
      return {}
  }
}

function listStyle(list: List, slice: string): Partial<MarkdownStyle> {
  const [, number, marker, space = ''] = /^(\d*)([-*+.)])([ \t]*)/.exec(slice) ?? []
  const listItemIndent = (number ?? '').length + 1 + space.length === 4 && space.length > 1 ? 'tab' : 'one'
  if (list.ordered !== true) {
    return marker === '*' || marker === '+' || marker === '-' ? { bullet: marker, listItemIndent } : {}
  }
  const second = list.children[1]?.position?.start.offset
  const start = list.position?.start.offset
  const secondNumber = second === undefined || start === undefined ? undefined : slice.slice(second - start)
  return {
    bulletOrdered: marker === ')' ? ')' : '.',
    listItemIndent,
    ...(secondNumber === undefined
      ? {}
      : { incrementListMarker: Number.parseInt(secondNumber, 10) !== Number(number) }),
  }
}

function isAligned(slice: string): boolean {
  const lines = slice.split('\n').map(line => line.trim())
  return lines.length > 2 && lines.every(line => line.length === lines[0]?.length)
}
