/** Chromium keeps what it has laid out of a slot's nodes when these change, as long as they are at most fifteen. */
export const mostInGroup = 15
const inNewGroup = 12
const fewInGroup = 4

/** How much it takes to lay a block out and to paint it; a paragraph of words weighs 1. */
type Weigh<Block> = (block: Block) => number

interface Part<Block, Group> {
  /** The group that has been there; undefined for one that is to be made. */
  readonly group: Group | undefined
  readonly blocks: readonly Block[]
}

/**
 * Divides `blocks`, in their order, among groups of at most `mostInGroup`, and fewer of heavy ones. Each block stays in the group that
 * it is in, of `groups` in their order, where that is possible; a new one joins the block before it. Groups are
 * split when they have become large, and joined when they have become small.
 */
export function divideBlocks<Block, Group extends { readonly blocks: readonly Block[] }>(
  blocks: readonly Block[],
  groups: readonly Group[],
  weigh: Weigh<Block> = () => 1,
): readonly Part<Block, Group>[] {
  return joinSmall(inRuns(blocks, groups), weigh).flatMap(({ group, blocks: all }) => {
    const isAsBefore =
      all.length === group?.blocks.length && all.every((block, index) => block === group.blocks[index])
    const weight = isAsBefore ? 0 : weightOf(all, weigh)
    if (weight <= mostInGroup) return [{ group, blocks: all }]
    const most = Math.ceil(weight / Math.ceil(weight / inNewGroup))
    return inParts(all, most, weigh).map((part, index) => ({
      group: index === 0 ? group : undefined,
      blocks: part,
    }))
  })
}

function weightOf<Block>(blocks: readonly Block[], weigh: Weigh<Block>): number {
  return blocks.reduce((sum, block) => sum + weigh(block), 0)
}

/** Parts that weigh at most that much, but for blocks that do so alone. */
function inParts<Block>(blocks: readonly Block[], most: number, weigh: Weigh<Block>): Block[][] {
  const parts: Block[][] = []
  let weight = Infinity
  for (const block of blocks) {
    weight += weigh(block)
    if (weight > most) {
      parts.push([])
      weight = weigh(block)
    }
    parts.at(-1)?.push(block)
  }
  return parts
}

function inRuns<Block, Group extends { readonly blocks: readonly Block[] }>(
  blocks: readonly Block[],
  groups: readonly Group[],
): Part<Block, Group>[] {
  const indexOf = new Map(
    groups.flatMap((group, index) => group.blocks.map(block => [block, index] as const)),
  )
  const runs: { group: Group | undefined; blocks: Block[] }[] = []
  let last = -1
  let run: Block[] | undefined
  for (const block of blocks) {
    const index = indexOf.get(block) ?? -1
    if (run === undefined || index > last) {
      run = []
      runs.push({ group: groups[index], blocks: run })
    }
    last = Math.max(last, index)
    run.push(block)
  }
  return runs
}

function joinSmall<Block, Group>(
  parts: readonly Part<Block, Group>[],
  weigh: Weigh<Block>,
): Part<Block, Group>[] {
  const joined: Part<Block, Group>[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    const all = [...(before?.blocks ?? []), ...part.blocks]
    const isSmall = Math.min(part.blocks.length, before?.blocks.length ?? 0) <= fewInGroup
    if (before !== undefined && isSmall && all.length <= inNewGroup && weightOf(all, weigh) <= inNewGroup) {
      joined[joined.length - 1] = { group: before.group ?? part.group, blocks: all }
    } else {
      joined.push(part)
    }
  }
  return joined
}
