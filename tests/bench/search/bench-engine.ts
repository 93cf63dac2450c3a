import type * as searchModule from './search-bench-module.ts'

/** A document of the benches. `number` counts them from 0. */
export interface BenchDocument {
  readonly number: number
  readonly id: string
  readonly title: string
  readonly tags: readonly string[]
  readonly body: string
}

/** The kinds of queries that are timed. */
export const queryKinds = ['word', 'two', 'phrase', 'prefix1', 'prefix3', 'fuzzy'] as const
export type QueryKind = (typeof queryKinds)[number]

/** A search engine at its best setting; what it can't do is left out. */
export interface BenchEngine {
  /** Whether the index is not in JavaScript's memory, so that its size is not known. */
  readonly keepsOutsideHeap?: boolean
  build(documents: readonly BenchDocument[]): Promise<void>
  /** Stores the index. @returns the paths of its files. */
  save?(): Promise<readonly string[]>
  /** Takes up what `save` stored, in place of what is there. */
  load?(): Promise<void>
  /** Puts a document in the place of the one with its id; when it resolves, it can be found. */
  update?(document: BenchDocument): Promise<void>
  /** Ids of the best, best first, with whatever the engine gives to show of them. */
  readonly search: Partial<Record<QueryKind, (text: string, limit: number) => Promise<readonly string[]>>>
  dispose?(): Promise<void>
}

export interface BenchOptions {
  readonly language: 'en' | 'zh'
  readonly modules: typeof searchModule
  readonly workerScript: string
  /** Where the index is stored: the beginning of a path, or the path of a folder that is not there yet. */
  readonly folder: string
}

export type CreateEngine = (options: BenchOptions) => Promise<BenchEngine>
