import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { common, createLowlight } from 'lowlight'

/** Beyond it a block is shown without colours: highlighting would take longer than a key may. */
export const longestHighlighted = 20_000

const lowlight = createLowlight(common)

/** The names of all languages that are highlighted, sorted. */
export const languages: readonly string[] = lowlight.listLanguages().sort()

/** A piece of a block's text that has a colour. */
export interface CodeToken {
  readonly from: number
  readonly to: number
  readonly className: string
}

const known = new WeakMap<ProseMirrorNode, readonly CodeToken[]>()

/** The pieces of a block that have a colour; offsets are within its text. */
export function tokensOf(block: ProseMirrorNode): readonly CodeToken[] {
  const found = known.get(block)
  if (found !== undefined) return found
  const tokens = highlight(block)
  known.set(block, tokens)
  return tokens
}

function highlight(block: ProseMirrorNode): readonly CodeToken[] {
  const language: unknown = block.attrs['language']
  const text = block.textContent
  if (typeof language !== 'string' || !lowlight.registered(language.toLowerCase())) return []
  if (text.length > longestHighlighted) return []
  const tokens: CodeToken[] = []
  collect(lowlight.highlight(language.toLowerCase(), text), [], 0, tokens)
  return tokens
}

type HighlightNode =
  ReturnType<typeof lowlight.highlight> | ReturnType<typeof lowlight.highlight>['children'][number]

function collect(node: HighlightNode, classes: readonly string[], at: number, tokens: CodeToken[]): number {
  if (node.type === 'text') {
    const to = at + node.value.length
    if (classes.length > 0) tokens.push({ from: at, to, className: classes.join(' ') })
    return to
  }
  if (!('children' in node)) return at
  const own = node.type === 'element' ? node.properties['className'] : undefined
  const inner = Array.isArray(own) ? [...classes, ...own.map(String)] : classes
  return node.children.reduce((offset, child) => collect(child, inner, offset, tokens), at)
}
