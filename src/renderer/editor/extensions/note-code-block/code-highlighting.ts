import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type PluginView, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { codeTokens } from './lazy-code-tokens'

type PlacedBlock = readonly [block: ProseMirrorNode, position: number]

interface Highlighting {
  readonly decorations: DecorationSet
  /** The code blocks of the document and where they stand; a copied one may be there twice. */
  readonly blocks: readonly PlacedBlock[]
  /** Whether there is code that has no colours only because what finds them wasn't there. */
  readonly isBare: boolean
}

const key = new PluginKey<Highlighting>('codeHighlighting')

/** Colours code, once what finds the colours is there. A block that didn't change keeps its own; only the others are looked at. */
export function createCodeHighlighting(): Plugin<Highlighting> {
  return new Plugin<Highlighting>({
    key,
    state: { init: (_, { doc }) => highlight(doc), apply: update },
    props: { decorations: (state: EditorState) => key.getState(state)?.decorations },
    view: colourWhenLoaded,
  })
}

/** A note that was shown before the code came has its colours added when it is there, or when the note comes back. */
function colourWhenLoaded(view: EditorView): PluginView {
  const isBare = (): boolean => key.getState(view.state)?.isBare === true
  let isAsked = false
  const ask = (): void => {
    if (isAsked || !isBare()) return
    isAsked = true
    const colour = (): void => {
      isAsked = false
      if (!view.isDestroyed && isBare())
        view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
    }
    // Without colours the code can be read as well.
    codeTokens.load().then(colour, () => undefined)
  }
  ask()
  return { update: ask }
}

function highlight(doc: ProseMirrorNode): Highlighting {
  const blocks = codeBlocks(doc)
  const decorations = DecorationSet.create(doc, blocks.flatMap(decorate))
  const isBare = codeTokens.now === undefined && blocks.some(([{ attrs }]) => attrs['language'] !== null)
  return { blocks, decorations, isBare }
}

function update(tr: Transaction, before: Highlighting): Highlighting {
  if (tr.getMeta(key) !== undefined) return highlight(tr.doc)
  if (!tr.docChanged) return before
  if (codeTokens.now === undefined || before.isBare) return highlight(tr.doc)
  const blocks = codeBlocks(tr.doc)
  const kept = new Map(before.blocks.map(([block, position]) => [tr.mapping.map(position), block]))
  let decorations = before.decorations.map(tr.mapping, tr.doc)
  for (const [block, position] of blocks) {
    if (kept.get(position) === block) continue
    decorations = decorations
      .remove(decorations.find(position, position + block.nodeSize))
      .add(tr.doc, decorate([block, position]))
  }
  return { blocks, decorations, isBare: false }
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
  const tokens = codeTokens.now?.tokensOf(block) ?? []
  return tokens.map(({ from, to, className }) =>
    Decoration.inline(start + from, start + to, { class: className }),
  )
}
