import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { common, createLowlight } from 'lowlight'

/** Beyond it a block is shown without colours: highlighting would take longer than a key may. */
export const longestHighlighted = 20_000

const lowlight = createLowlight(common)

/** The names of all languages that are highlighted, sorted. */
export const languages: readonly string[] = lowlight.listLanguages().sort()

interface Token {
  readonly from: number
  readonly to: number
  readonly className: string
}

type PlacedBlock = readonly [block: ProseMirrorNode, position: number]

interface Highlighting {
  readonly decorations: DecorationSet
  /** The code blocks of the document and where they stand; a copied one may be there twice. */
  readonly blocks: readonly PlacedBlock[]
}

const known = new WeakMap<ProseMirrorNode, readonly Token[]>()
const key = new PluginKey<Highlighting>('codeHighlighting')

/** Colours code. A block that didn't change keeps its colours; only the others are looked at. */
export function createCodeHighlighting(): Plugin<Highlighting> {
  return new Plugin<Highlighting>({
    key,
    state: {
      init: (_, { doc }) => {
        const blocks = codeBlocks(doc)
        return { blocks, decorations: DecorationSet.create(doc, blocks.flatMap(decorate)) }
      },
      apply: update,
    },
    props: { decorations: (state: EditorState) => key.getState(state)?.decorations },
  })
}

/** The pieces of a block that have a colour; offsets are within its text. */
export function tokensOf(block: ProseMirrorNode): readonly Token[] {
  const found = known.get(block)
  if (found !== undefined) return found
  const tokens = highlight(block)
  known.set(block, tokens)
  return tokens
}

function update(tr: Transaction, before: Highlighting): Highlighting {
  if (!tr.docChanged) return before
  const blocks = codeBlocks(tr.doc)
  const kept = new Map(before.blocks.map(([block, position]) => [tr.mapping.map(position), block]))
  let decorations = before.decorations.map(tr.mapping, tr.doc)
  for (const [block, position] of blocks) {
    if (kept.get(position) === block) continue
    decorations = decorations
      .remove(decorations.find(position, position + block.nodeSize))
      .add(tr.doc, decorate([block, position]))
  }
  return { blocks, decorations }
}

/** Nodes never change: what was found in one holds, and a key in a long note looks into its own block only. */
const inside = new WeakMap<ProseMirrorNode, readonly PlacedBlock[]>()

/** The code blocks in a node; their positions count from the start of its content. */
function codeBlocks(node: ProseMirrorNode): readonly PlacedBlock[] {
  const known = inside.get(node)
  if (known !== undefined) return known
  const found = findCodeBlocks(node)
  inside.set(node, found)
  return found
}

function findCodeBlocks(node: ProseMirrorNode): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  node.forEach((child, offset) => {
    if (child.type.name === 'codeBlock') blocks.push([child, offset])
    else if (child.isBlock && !child.isTextblock && !child.isAtom)
      for (const [block, position] of codeBlocks(child)) blocks.push([block, offset + 1 + position])
  })
  return blocks
}

function decorate([block, position]: PlacedBlock): Decoration[] {
  const start = position + 1
  return tokensOf(block).map(({ from, to, className }) =>
    Decoration.inline(start + from, start + to, { class: className }),
  )
}

function highlight(block: ProseMirrorNode): readonly Token[] {
  const language: unknown = block.attrs['language']
  const text = block.textContent
  if (typeof language !== 'string' || !lowlight.registered(language.toLowerCase())) return []
  if (text.length > longestHighlighted) return []
  const tokens: Token[] = []
  collect(lowlight.highlight(language.toLowerCase(), text), [], 0, tokens)
  return tokens
}

type HighlightNode =
  ReturnType<typeof lowlight.highlight> | ReturnType<typeof lowlight.highlight>['children'][number]

function collect(node: HighlightNode, classes: readonly string[], at: number, tokens: Token[]): number {
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
