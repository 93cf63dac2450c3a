/** What the index holds for one question or note. `text` is Markdown. */
export interface SearchDocument {
  readonly kind: 'question' | 'note'
  /** The question's id or the note's path: unique over both. */
  readonly id: string
  readonly path: string
  readonly title: string
  readonly section: string
  readonly tags: readonly string[]
  readonly text: string
}

/** `[start, end]` in UTF-16 units. */
export type TextRange = [start: number, end: number]

export interface SearchEngineHit {
  readonly kind: 'question' | 'note'
  readonly id: string
  readonly path: string
  readonly title: string
  readonly section: string
  readonly score: number
  readonly snippet: string
  readonly titleHighlights: TextRange[]
  readonly highlights: TextRange[]
}

export interface SearchEngineResult {
  readonly total: number
  readonly hits: SearchEngineHit[]
  readonly indexed: number
}

/** From the backend to the worker. */
export type SearchRequest =
  | { readonly type: 'upsert'; readonly documents: readonly SearchDocument[] }
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  | { readonly type: 'query'; readonly requestId: number; readonly text: string; readonly limit: number }

/** From the worker to the backend. */
export type SearchReply =
  | { readonly type: 'indexed'; readonly indexed: number }
  | { readonly type: 'result'; readonly requestId: number; readonly result: SearchEngineResult }
  | { readonly type: 'failed'; readonly requestId: number; readonly message: string }
