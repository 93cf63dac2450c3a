/** A copy of what was cut out of a long text: V8 keeps the whole text in memory for as long as a piece of it is there. */
export function detached(piece: string): string {
  return ` ${piece}`.slice(1)
}
