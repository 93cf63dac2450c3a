import { textLines } from '../merge/text-lines'

/** The versions that a program such as git has written into one file, between markers. */
export interface MarkedVersions {
  readonly mine: string
  readonly theirs: string
  /** Only where the markers give it for every place. */
  readonly base: string | undefined
}

const start = /^<{7}(?: |\r?\n|$)/
const baseStart = /^\|{7}(?: |\r?\n|$)/
const middle = /^={7}\r?\n?$/
const end = /^>{7}(?: |\r?\n|$)/

/** Takes the versions out of a text with conflict markers; undefined when it has none, or not whole ones. */
export function readConflictMarkers(text: string): MarkedVersions | undefined {
  if (!text.includes('<<<<<<<')) return undefined
  const versions = { mine: '', theirs: '', base: '' }
  let side: 'all' | 'mine' | 'base' | 'theirs' = 'all'
  let [places, bases] = [0, 0]
  for (const line of textLines(text)) {
    if (side === 'all' && start.test(line)) {
      side = 'mine'
      places += 1
    } else if (side === 'mine' && baseStart.test(line)) {
      side = 'base'
      bases += 1
    } else if ((side === 'mine' || side === 'base') && middle.test(line)) side = 'theirs'
    else if (side === 'theirs' && end.test(line)) side = 'all'
    else if (side !== 'all') versions[side] += line
    else for (const each of ['mine', 'theirs', 'base'] as const) versions[each] += line
  }
  if (places === 0 || side !== 'all') return undefined
  return { ...versions, base: bases === places ? versions.base : undefined }
}
