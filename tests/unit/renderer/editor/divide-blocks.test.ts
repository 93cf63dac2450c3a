import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  divideBlocks,
  mostInGroup,
} from '../../../../src/renderer/editor/extensions/near-blocks/divide-blocks'

interface Group {
  readonly name: number
  readonly blocks: readonly number[]
}

/** Keeps the groups that are said to be kept, as the page does. */
function groupsOf(blocks: readonly number[], before: readonly Group[]): Group[] {
  let name = Math.max(0, ...before.map(group => group.name))
  return divideBlocks(blocks, before).map(part => {
    name += 1
    return { name: part.group?.name ?? name, blocks: part.blocks }
  })
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

describe('groups of blocks', () => {
  test('are about as large as each other when a text is new', () => {
    const sizes = groupsOf(numbers(100), []).map(group => group.blocks.length)
    expect(sizes).toEqual([12, 12, 12, 12, 12, 12, 12, 12, 4])
  })

  test('stay as they are when a block comes or goes, but for its own', () => {
    const before = groupsOf(numbers(60), [])
    const without = groupsOf(
      numbers(60).filter(block => block !== 30),
      before,
    )
    expect(without.map(group => group.name)).toEqual(before.map(group => group.name))
    expect(
      without.filter((group, index) => group.blocks.length !== before[index]?.blocks.length),
    ).toHaveLength(1)
    const withNew = groupsOf([...numbers(31), 1000, ...numbers(60).slice(31)], before)
    expect(withNew[2]).toEqual({
      name: before[2]?.name,
      blocks: [24, 25, 26, 27, 28, 29, 30, 1000, 31, 32, 33, 34, 35],
    })
    expect(withNew.toSpliced(2, 1)).toEqual(before.toSpliced(2, 1))
  })

  test('are split when many blocks come into one', () => {
    const before = groupsOf(numbers(24), [])
    const after = groupsOf(
      [...numbers(6), ...numbers(40).map(block => 100 + block), ...numbers(24).slice(6)],
      before,
    )
    expect(after.map(group => group.blocks.length)).toEqual([11, 11, 11, 11, 8, 12])
  })

  test('are joined when little is left of them', () => {
    const before = groupsOf(numbers(24), [])
    expect(groupsOf([0, 1, 12, 13], before)).toEqual([{ name: before[0]?.name, blocks: [0, 1, 12, 13] }])
  })

  test('have fewer of heavy blocks, and one alone that is heavier than a group', () => {
    const weigh = (block: number): number => (block < 6 ? 6 : block === 6 ? 40 : 1)
    const parts = divideBlocks(numbers(20), [], weigh)
    expect(parts.map(({ blocks }) => blocks.length)).toEqual([2, 2, 2, 1, 12, 1])
  })

  test('hold every block once, in order, whatever changes', () => {
    const text = fc.uniqueArray(fc.nat(150), { maxLength: 120 })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), texts => {
        let groups: Group[] = []
        for (const blocks of texts) {
          groups = groupsOf(blocks, groups)
          expect(groups.flatMap(group => group.blocks)).toEqual(blocks)
          expect(Math.max(0, ...groups.map(group => group.blocks.length))).toBeLessThanOrEqual(mostInGroup)
          expect(new Set(groups.map(group => group.name)).size).toBe(groups.length)
          expect(groups.every(group => group.blocks.length > 0)).toBe(true)
        }
      }),
    )
  })
})
