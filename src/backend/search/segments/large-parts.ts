/**
 * The same bytes in fewer parts: small ones are gathered to about `size` bytes, larger ones stay as they are.
 *
 * @param gatherInto where small ones are gathered; a new place each time by default, so that all can be kept.
 */
export function* largeParts(
  parts: Iterable<Uint8Array>,
  size: number,
  gatherInto: () => Uint8Array = () => new Uint8Array(size),
): Generator<Uint8Array> {
  let gathered: Uint8Array | undefined
  let count = 0
  for (const part of parts) {
    if (gathered !== undefined && (part.length > size || count + part.length > size)) {
      yield gathered.subarray(0, count)
      gathered = undefined
      count = 0
    }
    if (part.length > size) {
      yield part
      continue
    }
    gathered ??= gatherInto()
    gathered.set(part, count)
    count += part.length
  }
  if (gathered !== undefined) yield gathered.subarray(0, count)
}
