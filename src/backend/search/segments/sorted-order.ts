/** Strings as UTF-16 units: each lies from its start up to its end. */
export interface UnitSpans {
  readonly units: Uint16Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Fewer are compared with each other from the start. */
const fewestDealt = 4000
/** So few with the same beginning are put in order by insertion. */
const mostInserted = 16
/** So many units of each are looked at before any are compared. */
const unitsDealt = 6

/**
 * The indexes of strings in the order of their units. Many are dealt out by their first units, from the last of these to the first (a radix sort),
 * which leaves few to be compared.
 */
export function sortedOrder(strings: UnitSpans): Uint32Array {
  const count = strings.starts.length
  let order: Uint32Array = new Uint32Array(count)
  for (let index = 0; index < count; index += 1) order[index] = index
  if (count < fewestDealt) return order.sort((a, b) => compareFrom(strings, a, b, 0))
  const beginnings: Uint16Array[] = []
  for (let offset = unitsDealt - 1; offset >= 0; offset -= 1) {
    const dealtBy = unitsAt(strings, offset)
    beginnings.push(dealtBy)
    order = dealt(order, dealtBy)
  }
  sortEqual(order, beginnings, strings)
  return order
}

/** The unit at an offset of each string; 0 behind its end. */
function unitsAt({ units, starts, ends }: UnitSpans, offset: number): Uint16Array {
  const found = new Uint16Array(starts.length)
  for (let index = 0; index < found.length; index += 1) {
    const at = starts[index]! + offset
    found[index] = at < ends[index]! ? units[at]! : 0
  }
  return found
}

/** The same indexes by the unit of each; those with the same one stay in their order. */
function dealt(order: Uint32Array, unitOf: Uint16Array): Uint32Array {
  const next = new Uint32Array(0x10000)
  for (let index = 0; index < unitOf.length; index += 1) next[unitOf[index]!]! += 1
  for (let unit = 0, before = 0; unit < next.length; unit += 1) {
    const here = next[unit]!
    next[unit] = before
    before += here
  }
  const result = new Uint32Array(order.length)
  for (let at = 0; at < order.length; at += 1) result[next[unitOf[order[at]!]!]!++] = order[at]!
  return result
}

/** Sorts those behind each other whose beginnings are the same. */
function sortEqual(order: Uint32Array, beginnings: readonly Uint16Array[], strings: UnitSpans): void {
  for (let from = 0, to = 0; from < order.length; from = to) {
    to = from + 1
    while (to < order.length && haveSameBeginning(beginnings, order[from]!, order[to]!)) to += 1
    if (to - from > mostInserted)
      order.subarray(from, to).sort((a, b) => compareFrom(strings, a, b, unitsDealt))
    else if (to - from > 1) insertInOrder(strings, order, from, to)
  }
}

/** @param beginnings the last unit first: it is the likeliest to be another one. */
function haveSameBeginning(beginnings: readonly Uint16Array[], index: number, other: number): boolean {
  for (let at = 0; at < beginnings.length; at += 1) {
    if (beginnings[at]![index] !== beginnings[at]![other]) return false
  }
  return true
}

function insertInOrder(strings: UnitSpans, order: Uint32Array, from: number, to: number): void {
  for (let next = from + 1; next < to; next += 1) {
    const index = order[next]!
    let at = next
    while (at > from && compareFrom(strings, order[at - 1]!, index, unitsDealt) > 0) {
      order[at] = order[at - 1]!
      at -= 1
    }
    order[at] = index
  }
}

/** How one string stands to another that begins with the same `depth` units. */
function compareFrom({ units, starts, ends }: UnitSpans, a: number, b: number, depth: number): number {
  const start = starts[a]!
  const otherStart = starts[b]!
  const length = ends[a]! - start
  const otherLength = ends[b]! - otherStart
  const shorter = Math.min(length, otherLength)
  for (let at = depth; at < shorter; at += 1) {
    const difference = units[start + at]! - units[otherStart + at]!
    if (difference !== 0) return difference
  }
  return length - otherLength
}
