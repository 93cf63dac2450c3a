/** Bytes that may lie in a file: only what is asked for is brought into memory. */
export interface ReadableBytes {
  readonly length: number
  /** The bytes from `start` up to `end`. @throws when a file can't be read any more. */
  read(start: number, end: number): Uint8Array
}

/** Bytes of which all can be had without being in memory together. */
export interface ByteSource extends ReadableBytes {
  /** All bytes, one part after the other. */
  parts(): Iterable<Uint8Array>
}

/** Bytes that are in memory already. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return { length: bytes.length, read: (start, end) => bytes.subarray(start, end), parts: () => [bytes] }
}

/** Bytes in memory that are in pieces; what is asked for at once lies in one of them most often, and is not copied then. */
export function bytesInPieces(pieces: readonly Uint8Array[]): ByteSource {
  const starts = new Float64Array(pieces.length + 1)
  for (const [at, { length }] of pieces.entries()) starts[at + 1] = starts[at]! + length
  return {
    length: starts[pieces.length]!,
    read: (start, end) => readPieces(pieces, starts, start, end),
    parts: () => pieces,
  }
}

function readPieces(
  pieces: readonly Uint8Array[],
  starts: Float64Array,
  start: number,
  end: number,
): Uint8Array {
  let at = lastStart(starts, start)
  if (at < pieces.length && end <= starts[at + 1]!) {
    return pieces[at]!.subarray(start - starts[at]!, end - starts[at]!)
  }
  const bytes = new Uint8Array(end - start)
  for (; at < pieces.length && starts[at]! < end; at += 1) {
    const from = Math.max(0, start - starts[at]!)
    bytes.set(pieces[at]!.subarray(from, end - starts[at]!), starts[at]! + from - start)
  }
  return bytes
}

/** Index of the last of `starts` that is at most `offset`. */
function lastStart(starts: Float64Array, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
