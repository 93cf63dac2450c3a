import fc from 'fast-check'

interface Mutation {
  readonly kind: 'flip' | 'cut' | 'zeros' | 'insert' | 'remove' | 'repeat'
  /** Fractions of the length. */
  readonly at: number
  readonly size: number
  readonly byte: number
}

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'zeros', 'insert', 'remove', 'repeat'),
  at: fraction,
  size: fraction,
  byte: fc.integer({ min: 0, max: 255 }),
})

const longestChange = 64

/** Bytes of real files with a few of them changed, cut off, zeroed, added, taken out or doubled, and bytes of no sense. */
export function mutatedBytes(...files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const mutated = fc
    .record({
      file: fc.constantFrom(...files),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }),
    })
    .map(({ file, mutations }) => mutations.reduce(mutate, file))
  return fc.oneof(
    { weight: 9, arbitrary: mutated },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  )
}

/** As `mutatedBytes`, of files that are text. */
export function mutatedFiles(...texts: readonly string[]): fc.Arbitrary<Uint8Array> {
  return mutatedBytes(...texts.map(text => new TextEncoder().encode(text)))
}

function mutate(bytes: Uint8Array, { kind, at, size, byte }: Mutation): Uint8Array {
  const start = Math.floor(at * bytes.byteLength)
  const end = Math.min(bytes.byteLength, start + 1 + Math.floor(size * longestChange))
  const [before, middle, after] = [bytes.slice(0, start), bytes.slice(start, end), bytes.slice(end)]
  switch (kind) {
    case 'flip':
      return Buffer.concat([before, middle.map((old, index) => (index === 0 ? byte : old)), after])
    case 'cut':
      return before
    case 'zeros':
      return Buffer.concat([before, new Uint8Array(middle.byteLength), after])
    case 'insert':
      return Buffer.concat([before, Uint8Array.of(byte), middle, after])
    case 'remove':
      return Buffer.concat([before, after])
    case 'repeat':
      return Buffer.concat([before, middle, middle, after])
  }
}
