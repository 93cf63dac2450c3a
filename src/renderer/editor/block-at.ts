import { groupOf } from './extensions/near-blocks/block-groups'

/** The number of the first block of a text that ends below a height, of all its children; the last one when none does. */
export function blockIndexAt(text: HTMLElement, heightPx: number): number {
  const blocks = text.children
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const block = blocks[middle]
    if (block !== undefined && isAbove(block, heightPx)) low = middle + 1
    else high = middle
  }
  return low
}

/** To ask for the place of a block lays out the group that it is in, so that of the others only the group is looked at. */
function isAbove(block: Element, heightPx: number): boolean {
  const group = groupOf(block)?.getBoundingClientRect()
  if (group !== undefined && group.bottom <= heightPx) return true
  if (group !== undefined && group.top >= heightPx) return false
  return block.getBoundingClientRect().bottom <= heightPx
}
