import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/** A block of the edited document and the original block that it is (`isSame`) or seems to have been. */
export interface BlockMatch {
  readonly node: ProseMirrorNode
  readonly index: number | undefined
  readonly isSame: boolean
}

/**
 * Finds the original of each block: by identity, as ProseMirror keeps a node that nothing changed; else an equal one,
 * as undo makes; else, between two found neighbours, the one of the same type in the same order.
 */
export function matchBlocks(
  nodes: readonly ProseMirrorNode[],
  originals: readonly { readonly node: ProseMirrorNode }[],
): BlockMatch[] {
  const indexes = new Map(originals.map(({ node }, index) => [node, index]))
  const same = nodes.map(node => indexes.get(node))
  const used = new Set(same.filter(index => index !== undefined))
  matchEqual(nodes, originals, { same, used })
  const changed = matchChanged(nodes, originals, { same, used })
  return nodes.map((node, at) => ({ node, index: same[at] ?? changed[at], isSame: same[at] !== undefined }))
}

interface Found {
  readonly same: (number | undefined)[]
  readonly used: Set<number>
}

function matchEqual(
  nodes: readonly ProseMirrorNode[],
  originals: readonly { readonly node: ProseMirrorNode }[],
  { same, used }: Found,
): void {
  if (used.size === originals.length) return
  for (const [at, node] of nodes.entries()) {
    if (same[at] !== undefined) continue
    const expected = (same[at - 1] ?? -1) + 1
    const isFree = (index: number) => !used.has(index) && originals[index]?.node.eq(node) === true
    const index = isFree(expected) ? expected : originals.findIndex((_, candidate) => isFree(candidate))
    if (index < 0) continue
    same[at] = index
    used.add(index)
  }
}

function matchChanged(
  nodes: readonly ProseMirrorNode[],
  originals: readonly { readonly node: ProseMirrorNode }[],
  { same, used }: Found,
): (number | undefined)[] {
  let next = 0
  return nodes.map((node, at) => {
    const found = same[at]
    if (found !== undefined) {
      next = found + 1
      return undefined
    }
    const limit = same.slice(at).find(index => index !== undefined) ?? originals.length
    for (let index = next; index < limit && !used.has(index); index += 1) {
      if (originals[index]?.node.type !== node.type) continue
      next = index + 1
      return index
    }
    return undefined
  })
}
