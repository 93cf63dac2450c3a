import type { Nodes } from 'mdast'
import { hasRange, rangeOf } from './parse-markdown'

/** A wiki link in a text, with its brackets. */
export interface WikiMatch {
  readonly start: number
  readonly end: number
  readonly inner: string
  readonly isEmbed: boolean
  /** Whether it stands within a link, which can hold no other. */
  readonly isInLink: boolean
  /** Whether it stands in a table, where its bar is written `\|`. */
  readonly isInTable: boolean
}

const wikiPattern = /(!?)\[\[([^[\]\n]+)\]\]/g
const linking = new Set(['link', 'image', 'linkReference', 'imageReference'])
const masking = new Set(['code', 'inlineCode', 'math', 'inlineMath', 'html', 'definition'])

/** The wiki links of a text outside of code, formulas and HTML; `nodes` are all nodes of the parsed text. */
export function findWikiLinks(source: string, nodes: readonly Nodes[]): WikiMatch[] {
  const masked = rangesOf(nodes.filter(node => masking.has(node.type)))
  const links = rangesOf(nodes.filter(node => linking.has(node.type)))
  const cells = rangesOf(nodes.filter(node => node.type === 'tableCell'))
  return [...source.matchAll(wikiPattern)].flatMap(match => {
    const [start, end] = [match.index, match.index + match[0].length]
    if (source[start - 1] === '\\' || masked(start, end) !== undefined) return []
    const link = links(start, end)
    const isInLink = link !== undefined && link[0] <= start && link[1] >= end
    if (isInLink && link[0] === start) return []
    return [
      {
        start,
        end,
        inner: match[2] ?? '',
        isEmbed: match[1] === '!',
        isInLink,
        isInTable: cells(start, end) !== undefined,
      },
    ]
  })
}

/** A function that gives the first of the nodes' ranges that meets a range, to be asked in rising order. */
function rangesOf(
  nodes: readonly Nodes[],
): (start: number, end: number) => readonly [number, number] | undefined {
  const ranges = nodes
    .filter(hasRange)
    .map(rangeOf)
    .sort((a, b) => a[0] - b[0])
  let at = 0
  return (start, end) => {
    while ((ranges[at]?.[1] ?? Infinity) <= start) at += 1
    const range = ranges[at]
    return range !== undefined && range[0] < end ? range : undefined
  }
}
