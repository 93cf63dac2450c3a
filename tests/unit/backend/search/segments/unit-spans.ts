import type { UnitSpans } from '../../../../../src/backend/search/segments/sorted-order'

/** Strings as units, one behind the other with something between them. */
export function unitSpansOf(strings: readonly string[]): UnitSpans {
  const ends: number[] = []
  let all = ''
  for (const text of strings) {
    all += `-${text}`
    ends.push(all.length)
  }
  return {
    units: Uint16Array.from({ length: all.length }, (_, at) => all.charCodeAt(at)),
    starts: Uint32Array.from(ends, (end, at) => end - strings[at]!.length),
    ends: Uint32Array.from(ends),
  }
}
