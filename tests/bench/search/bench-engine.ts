import type * as searchModule from './search-bench-module.ts'

/** A document of the benches. */
export interface BenchDocument {
  readonly id: string
  readonly title: string
  readonly tags: readonly string[]
  readonly body: string
}

/** The kinds of queries that are timed. */
export const queryKinds = ['word', 'two', 'phrase', 'prefix1', 'prefix3', 'fuzzy'] as const
export type QueryKind = (typeof queryKinds)[number]

/** A search engine at its best setting. `undefined` for what it can't do. */
export interface BenchEngine {
  build(documents: readonly BenchDocument[]): Promise<void>
  /** Writes the index to a file or folder. */
  save?(path: string): Promise<void>
  /** Takes up what `save` wrote, in place of what is there. */
  load?(path: string): Promise<void>
  /** Replaces a document; resolves when it can be found. @returns milliseconds of work. */
  update?(document: BenchDocument): Promise<number>
  /** Ids of the best, best first, with whatever the engine gives to show of them. */
  search: Partial<Record<QueryKind, (text: string, limit: number) => Promise<readonly string[]>>>
  dispose?(): Promise<void>
}

export interface BenchOptions {
  readonly language: 'en' | 'zh'
  readonly modules: typeof searchModule
  readonly workerScript: string
  readonly folder: string
}

export type CreateEngine = (options: BenchOptions) => Promise<BenchEngine>
