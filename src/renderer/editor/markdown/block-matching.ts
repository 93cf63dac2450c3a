import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/** A block of the edited document and the original block that it is (`isSame`) or seems to have been. */
export interface BlockMatch {
  readonly node: ProseMirrorNode
  readonly index: number | undefined
  readonly isSame: boolean
}

interface Original {
  readonly node: ProseMirrorNode
}

/**
 * A function that finds the original of each block: by identity, as ProseMirror keeps a node that nothing changed; else
 * an equal one, as undo makes; else, between two found neighbours, the one of the same type in the same order.
 */
export function createBlockMatcher(
  originals: readonly Original[],
): (nodes: readonly ProseMirrorNode[]) => BlockMatch[] {
  const indexes = new Map(originals.map(({ node }, index) => [node, index]))

  return nodes => {
    const same = nodes.map(node => indexes.get(node))
    matchEqual(nodes, originals, same)
    const changed = matchChanged(nodes, originals, same)
    return nodes.map((node, at) => ({
      node,
      index: same[at] ?? changed[at],
      isSame: same[at] !== undefined,
    }))
  }
}

function matchEqual(
  nodes: readonly ProseMirrorNode[],
  originals: readonly Original[],
  same: (number | undefined)[],
): void {
  const used = new Set(same)
  const free = indexesByText(originals, index => !used.has(index))
  if (free.size === 0) return
  for (const [at, node] of nodes.entries()) {
    if (same[at] !== undefined) continue
    const candidates = free.get(node.textContent) ?? []
    const equal = candidates.filter(index => !used.has(index) && originals[index]?.node.eq(node) === true)
    const expected = (same[at - 1] ?? -1) + 1
    const index = equal.includes(expected) ? expected : equal[0]
    if (index === undefined) continue
    same[at] = index
    used.add(index)
  }
}

/** So that not every new block is compared with every one that is gone. */
function indexesByText(
  originals: readonly Original[],
  isFree: (index: number) => boolean,
): Map<string, number[]> {
  const indexes = new Map<string, number[]>()
  for (const [index, { node }] of originals.entries()) {
    if (!isFree(index)) continue
    const text = node.textContent
    const known = indexes.get(text)
    if (known === undefined) indexes.set(text, [index])
    else known.push(index)
  }
  return indexes
}

function matchChanged(
  nodes: readonly ProseMirrorNode[],
  originals: readonly Original[],
  same: readonly (number | undefined)[],
): (number | undefined)[] {
  const used = new Set(same)
  const limits = limitsOf(same, originals.length)
  let next = 0
  return nodes.map((node, at) => {
    const found = same[at]
    if (found !== undefined) {
      next = found + 1
      return undefined
    }
    for (let index = next; index < (limits[at] ?? 0) && !used.has(index); index += 1) {
      if (originals[index]?.node.type !== node.type) continue
      next = index + 1
      return index
    }
    return undefined
  })
}

/** For each block the original of the first found one from there on. */
function limitsOf(same: readonly (number | undefined)[], last: number): number[] {
  let limit = last
  return same
    .toReversed()
    .map(index => (limit = index ?? limit))
    .toReversed()
}
