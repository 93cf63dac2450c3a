import type { QueryKind } from './bench-engine.ts'
import type { Percentiles } from './percentiles.ts'

/**
 * What one engine took, in milliseconds and megabytes (of 10 ** 6 bytes); null for what it can't do. `heapMb` is what the
 * index in use adds to JavaScript's heap and its buffers, `saveMs` the time until one note that was saved can be found.
 */
export interface Measurement extends Readonly<Record<QueryKind, Percentiles | null>> {
  readonly buildMs: number
  readonly heapMb: number | null
  readonly fileMb: number | null
  readonly loadMs: number | null
  readonly saveMs: Percentiles | null
}

/** By the names of the engines. */
export type Measurements = Readonly<Record<string, Measurement>>
