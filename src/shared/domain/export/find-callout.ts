import type { Blockquote, BlockContent, DefinitionContent, Paragraph, PhrasingContent } from 'mdast'
import {
  calloutFoldOf,
  calloutMarker,
  calloutTypeOf,
  type CalloutFold,
  type CalloutType,
} from '../markdown/callout-types'
import type { ExportWords } from './export-words'

/** A quote that begins with `[!name]`, as the editor reads it. */
export interface ExportedCallout {
  /** Undefined for a name that nobody knows. */
  readonly type: CalloutType | undefined
  readonly fold: CalloutFold
  /** What it is called where it has no title of its own, or nobody knows its type; else undefined. */
  readonly name: string | undefined
  /** The rest of the first line. */
  readonly title: PhrasingContent[]
  readonly body: (BlockContent | DefinitionContent)[]
}

/** What a quote is as a callout; undefined for any other quote. */
export function findCallout({ children }: Blockquote, words: ExportWords): ExportedCallout | undefined {
  const [first, ...others] = children
  const start = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || start?.type !== 'text') return undefined
  const [whole, written, mark] = calloutMarker.exec(start.value) ?? []
  if (whole === undefined || written === undefined) return undefined
  const afterMarker = { ...start, value: start.value.slice(whole.length) }
  const { title, rest } = atFirstBreak([afterMarker, ...first.children.slice(1)])
  const type = calloutTypeOf(written)
  const name =
    type === undefined
      ? written.charAt(0).toUpperCase() + written.slice(1)
      : title.length === 0
        ? words.callouts[type]
        : undefined
  const paragraph: Paragraph[] = rest.length === 0 ? [] : [{ type: 'paragraph', children: rest }]
  return { type, fold: calloutFoldOf(mark), name, title, body: [...paragraph, ...others] }
}

/** The first line, and what follows it. */
function atFirstBreak(nodes: readonly PhrasingContent[]) {
  const title: PhrasingContent[] = []
  for (const [index, node] of nodes.entries()) {
    const after = nodes.slice(index + 1)
    if (node.type === 'break') return { title: withoutBlanks(title), rest: after }
    const at = node.type === 'text' ? node.value.indexOf('\n') : -1
    if (node.type !== 'text' || at < 0) {
      title.push(node)
      continue
    }
    title.push({ ...node, value: node.value.slice(0, at) })
    const rest = { ...node, value: node.value.slice(at + 1) }
    return { title: withoutBlanks(title), rest: rest.value === '' ? after : [rest, ...after] }
  }
  return { title: withoutBlanks(title), rest: [] }
}

function withoutBlanks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlank = nodes.every(node => node.type === 'text' && node.value.trim() === '')
  return isBlank ? [] : [...nodes]
}
