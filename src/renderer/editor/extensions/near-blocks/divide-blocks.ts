/** Chromium keeps what it has laid out of a slot's nodes when these change, as long as they are at most fifteen. */
export const mostInGroup = 15
const inNewGroup = 12
const fewInGroup = 4

interface Part<Block, Group> {
  /** The group that has been there; undefined for one that is to be made. */
  readonly group: Group | undefined
  readonly blocks: readonly Block[]
}

/**
 * Divides `blocks`, in their order, among groups of at most `mostInGroup`. Each block stays in the group that it is in, of `groups`
 * in their order, where that is possible; a new one joins the block before it. Groups are split when they have
 * become large, and joined when they have become small.
 */
export function divideBlocks<Block, Group extends { readonly blocks: readonly Block[] }>(
  blocks: readonly Block[],
  groups: readonly Group[],
): readonly Part<Block, Group>[] {
  const runs = inRuns(blocks, groups)
  return joinSmall(runs).flatMap(({ group, blocks: all }) => {
    if (all.length <= mostInGroup) return [{ group, blocks: all }]
    const size = Math.ceil(all.length / Math.ceil(all.length / inNewGroup))
    const parts: Part<Block, Group>[] = []
    for (let start = 0; start < all.length; start += size) {
      parts.push({ group: start === 0 ? group : undefined, blocks: all.slice(start, start + size) })
    }
    return parts
  })
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

function joinSmall<Block, Group>(parts: readonly Part<Block, Group>[]): Part<Block, Group>[] {
  const joined: Part<Block, Group>[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    const isSmall = Math.min(part.blocks.length, before?.blocks.length ?? 0) <= fewInGroup
    if (before !== undefined && isSmall && before.blocks.length + part.blocks.length <= inNewGroup) {
      joined[joined.length - 1] = {
        group: before.group ?? part.group,
        blocks: [...before.blocks, ...part.blocks],
      }
    } else {
      joined.push(part)
    }
  }
  return joined
}
