import { mergeCleanly } from './merge-texts'
import { joinLines } from './text-lines'

/**
 * What a file is to hold into which another program has written too late: `late` is what it made of `base`, and `mine` has
 * taken the place of `base` meanwhile. What it only added at the end comes to the end of `mine`, as the system would have put
 * it there. Undefined when both changed the same place otherwise.
 */
export function mergeLateWrite({
  base,
  mine,
  late,
}: {
  readonly base: string
  readonly mine: string
  readonly late: string
}): string | undefined {
  if (!late.startsWith(base)) return mergeCleanly({ base, mine, theirs: late })
  const added = late.slice(base.length)
  return base === '' || base.endsWith('\n') ? joinLines([mine, added]) : mine + added
}
