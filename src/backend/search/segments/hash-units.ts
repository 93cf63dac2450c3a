/** FNV-1a over UTF-16 units, mixed once at its end: what pieces of text are told apart by first. */
export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = hashStart
  for (let at = start; at < end; at += 1) hash = hashOfMore(hash, units[at]!)
  return mixed(hash)
}

export const hashStart = 0x811c9dc5 | 0

export function hashOfMore(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** The hash, with its upper bits in the lower ones too, which tables take. */
export function mixed(hash: number): number {
  return hash ^ (hash >>> 15)
}
