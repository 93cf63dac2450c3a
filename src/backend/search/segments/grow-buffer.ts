/**
 * A buffer of another length with the same beginning. The old one is not to be used any more: where JavaScript can
 * (`ArrayBuffer.transfer`, not in Node 20), its memory is free at once, and does not wait to be collected.
 */
export function growBuffer(buffer: ArrayBuffer, byteLength: number): ArrayBuffer {
  // `transfer` writes zeros into what is new, and so takes memory for it from the system before any is needed.
  const grown = new ArrayBuffer(byteLength)
  new Uint8Array(grown).set(new Uint8Array(buffer, 0, Math.min(byteLength, buffer.byteLength)))
  freeBuffer(buffer)
  return grown
}

/** Frees the memory of a buffer that is not to be used any more, where JavaScript can. */
export function freeBuffer(buffer: ArrayBuffer): void {
  if ('transfer' in buffer) buffer.transfer(0)
}
