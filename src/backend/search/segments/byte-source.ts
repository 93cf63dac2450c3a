/** Bytes that may lie in a file: only what is asked for is brought into memory. */
export interface ByteSource {
  readonly length: number
  /** The bytes from `start` up to `end`. @throws when a file can't be read any more. */
  read(start: number, end: number): Uint8Array
}

/** Bytes that are in memory already. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return { length: bytes.length, read: (start, end) => bytes.subarray(start, end) }
}
