const beyondLatin1 = /[^\0-\xff]/

/** A text as `readText` reads it: a byte a unit where that is enough, else UTF-16. */
export function textBytes(text: string): { readonly bytes: Uint8Array; readonly isWide: boolean } {
  const isWide = beyondLatin1.test(text)
  return { bytes: Buffer.from(text, isWide ? 'utf16le' : 'latin1'), isWide }
}
