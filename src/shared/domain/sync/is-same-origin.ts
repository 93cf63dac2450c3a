import { textLines } from '../merge/text-lines'

const leastShare = 0.5
const leastLines = 3

/** Whether two texts are so alike that one was made from the other: half of the shorter one's lines are in both. */
export function isSameOrigin(a: string, b: string): boolean {
  const [ours, others] = [a, b].map(linesThatSay)
  if (ours === undefined || others === undefined) return false
  const common = [...ours].filter(line => others.has(line)).length
  const shorter = Math.min(ours.size, others.size)
  if (shorter === 0) return false
  return a === b || (common >= leastLines && common >= shorter * leastShare)
}

function linesThatSay(text: string): Set<string> {
  return new Set(
    textLines(text)
      .map(line => line.trim())
      .filter(line => /[\p{L}\p{N}]/u.test(line)),
  )
}
