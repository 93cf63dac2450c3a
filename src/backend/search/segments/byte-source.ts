/** Bytes that may lie in a file: only what is asked for is brought into memory. */
export interface ByteSource {
  readonly length: number
  /**
   * The bytes from `start` up to `end`.
   *
   * @param room gives room for as many bytes, if they have to be copied; they have their own by default.
   * @throws when a file can't be read any more.
   */
  read(start: number, end: number, room?: (length: number) => Uint8Array): Uint8Array
  /** The same, one part after the other, which need not be in memory together. All bytes by default. */
  parts(start?: number, end?: number): Iterable<Uint8Array>
}

/** Bytes that are in memory already. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return {
    length: bytes.length,
    read: (start, end) => bytes.subarray(start, end),
    parts: (start, end) => [bytes.subarray(start, end)],
  }
}

/** Bytes in memory that are in pieces; what is asked for at once lies in one of them most often, and is not copied then. */
export function bytesInPieces(pieces: readonly Uint8Array[]): ByteSource {
  const starts = new Float64Array(pieces.length + 1)
  for (const [at, { length }] of pieces.entries()) starts[at + 1] = starts[at]! + length
  const length = starts[pieces.length]!
  return {
    length,
    read: (start, end) => readPieces(pieces, starts, start, end),
    *parts(start = 0, end = length) {
      for (let at = lastStart(starts, start); at < pieces.length && starts[at]! < end; at += 1) {
        yield pieces[at]!.subarray(Math.max(0, start - starts[at]!), end - starts[at]!)
      }
    },
  }
}

/** Those from `start` up to `end`. */
export function partOfSource(source: ByteSource, start: number, end: number): ByteSource {
  return {
    length: end - start,
    read: (from, to, room) => source.read(start + from, start + to, room),
    parts: (from = 0, to = end - start) => source.parts(start + from, start + to),
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
