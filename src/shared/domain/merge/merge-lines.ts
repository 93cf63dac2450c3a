import { changesBetween, type ListChange } from './changes-between'
import { slideChanges } from './slide-changes'

/** Lines that have all three versions, or that at least one of the two has changed. */
export interface MergedRegion {
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
  /** Undefined where nobody has changed anything, or both the same. */
  readonly changedBy: 'mine' | 'theirs' | 'both' | undefined
}

interface ThreeVersions {
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

/** Of what is equal at both ends, so much is looked at: a change beside it may stand elsewhere as well. */
const keptAround = 100

/**
 * A three-way merge by lines, as diff3 does it: changes of the two that touch each other are one region that both changed.
 * The regions of each version in order are that version.
 */
export function mergeLines({ base, mine, theirs }: ThreeVersions): MergedRegion[] {
  const [start, end] = commonEnds([base, mine, theirs], keptAround)
  const middle = (lines: readonly string[]): readonly string[] => lines.slice(start, lines.length - end)
  return [
    untouched(base.slice(0, start)),
    ...mergeMiddle({ base: middle(base), mine: middle(mine), theirs: middle(theirs) }),
    untouched(base.slice(base.length - end)),
  ].filter(isNotEmpty)
}

function mergeMiddle({ base, mine, theirs }: ThreeVersions): MergedRegion[] {
  const known = changesBetween(base, theirs)
  const ours = slideChanges(base, changesBetween(base, mine), known)
  const others = slideChanges(base, known, ours)
  const regions: MergedRegion[] = []
  let done = 0
  for (const { start, end } of touchingRanges([...ours, ...others])) {
    regions.push(untouched(base.slice(done, start)))
    const apply = (changes: readonly ListChange[]): string[] => changed(base, changes, { start, end })
    const isChanged = (changes: readonly ListChange[]): boolean =>
      changes.some(change => change.start >= start && change.end <= end)
    const changedBy = !isChanged(ours) ? 'theirs' : !isChanged(others) ? 'mine' : 'both'
    regions.push(
      ...withoutEqualEnds({
        base: base.slice(start, end),
        mine: apply(ours),
        theirs: apply(others),
        changedBy,
      }),
    )
    done = end
  }
  return [...regions, untouched(base.slice(done))]
}

/** What both changed alike at the start and at the end of a region is no difference. */
function withoutEqualEnds(region: MergedRegion): MergedRegion[] {
  const { base, mine, theirs, changedBy } = region
  if (changedBy !== 'both') return [region]
  const [start, end] = commonEnds([mine, theirs])
  const rest = (lines: readonly string[]): readonly string[] => lines.slice(start, lines.length - end)
  const same = (lines: readonly string[]): MergedRegion => ({
    base: [],
    mine: lines,
    theirs: lines,
    changedBy: undefined,
  })
  const difference = { base, mine: rest(mine), theirs: rest(theirs), changedBy }
  const isSame = difference.mine.length === 0 && difference.theirs.length === 0
  return [same(mine.slice(0, start)), ...(isSame ? [] : [difference]), same(mine.slice(mine.length - end))]
}

/** The ranges of the base that changes cover; those that overlap or touch are one. */
function touchingRanges(changes: readonly ListChange[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  for (const { start, end } of changes.toSorted((a, b) => a.start - b.start)) {
    const last = ranges.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else ranges.push({ start, end })
  }
  return ranges
}

function changed(
  base: readonly string[],
  changes: readonly ListChange[],
  { start, end }: { readonly start: number; readonly end: number },
): string[] {
  const lines: string[] = []
  let done = start
  for (const change of changes) {
    if (change.start < start || change.end > end) continue
    lines.push(...base.slice(done, change.start), ...change.items)
    done = change.end
  }
  return [...lines, ...base.slice(done, end)]
}

/** How many lines all versions have in common at the start and at the end; `less` of each are left out. */
function commonEnds(versions: readonly (readonly string[])[], less = 0): [start: number, end: number] {
  const [first = [], ...others] = versions
  const shortest = Math.min(...versions.map(version => version.length))
  let start = 0
  while (start < shortest && others.every(other => other[start] === first[start])) start += 1
  let end = 0
  while (
    end < shortest - start &&
    others.every(other => other[other.length - 1 - end] === first[first.length - 1 - end])
  ) {
    end += 1
  }
  return [Math.max(0, start - less), Math.max(0, end - less)]
}

function untouched(lines: readonly string[]): MergedRegion {
  return { base: lines, mine: lines, theirs: lines, changedBy: undefined }
}

function isNotEmpty({ base, mine, theirs }: MergedRegion): boolean {
  return base.length + mine.length + theirs.length > 0
}
