import type { QueryProblem } from '../../shared/domain/search-query/search-query'
import type { MovedSegment } from './segments/moved-segment'

/** What the index holds for one question or note. `text` is Markdown. */
export interface SearchDocument {
  readonly kind: 'question' | 'note'
  /** The question's id or the note's path: unique over both. */
  readonly id: string
  readonly path: string
  readonly title: string
  readonly section: string
  readonly tags: readonly string[]
  /** The question itself, or those that the note answers. */
  readonly questions: readonly string[]
  readonly text: string
  /** Says which state this is: another one has another stamp. */
  readonly stamp: string
}

/** `[start, end]` in UTF-16 units. */
export type TextRange = [start: number, end: number]

/** A place in a document that matches. */
export interface SearchSnippet {
  readonly text: string
  readonly highlights: TextRange[]
  /** The first match in it as it is spelled in the note, to find the place again. */
  readonly match: string
}

/** A document that was found, and where it stands. */
export interface FoundDocument {
  readonly kind: 'question' | 'note'
  readonly id: string
  readonly path: string
  readonly title: string
  readonly section: string
  readonly questions: readonly string[]
}

export interface SearchEngineHit extends FoundDocument {
  readonly score: number
  readonly snippet: string
  readonly titleHighlights: TextRange[]
  readonly highlights: TextRange[]
  /** The first match in the snippet as it is spelled, or empty. */
  readonly match: string
  /** Whether it has every word of the query. */
  readonly hasAllWords: boolean
  /** Whether the document is longer than what is indexed of one. */
  readonly isCut: boolean
}

export interface SearchEngineResult {
  readonly total: number
  readonly hits: SearchEngineHit[]
  readonly indexed: number
  /** Of so many documents it is known by now whether they are results: expressions are looked for in one after the other. */
  readonly searched: number
  readonly problems: readonly QueryProblem[]
  /** Words that nothing has, with those that were taken instead. */
  readonly corrections: readonly { readonly word: string; readonly instead: readonly string[] }[]
}

/** What is known of questions beside their text, by id; only what the query asks for. */
export interface QuestionFacets {
  readonly status: Readonly<Record<string, string>>
  readonly due: readonly string[]
  readonly starred: readonly string[]
}

export interface SearchOptions {
  readonly limit: number
  /** Whether a result has to have every word. */
  readonly matchAll: boolean
  readonly facets: QuestionFacets
  /** So many milliseconds may go into what takes long, phrases and expressions; no end by default. */
  readonly budgetMs?: number | undefined
}

/** From the backend to the worker. */
export type SearchRequest =
  /** Takes up the index that is stored in `folder`; all documents that there are, with their stamps. */
  | {
      readonly type: 'open'
      readonly folder: string | undefined
      readonly stamps: readonly (readonly [id: string, stamp: string])[]
    }
  | { readonly type: 'upsert'; readonly documents: readonly SearchDocument[] }
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  /** No more documents come for now: a segment can be made of those that came. */
  | { readonly type: 'freeze' }
  /** All documents have been sent: what small parts there are can be merged and stored. */
  | { readonly type: 'settle' }
  /** To a worker that helps to fill the index of another one: documents for segments that it will hand over. */
  | { readonly type: 'gather'; readonly documents: readonly SearchDocument[] }
  | { readonly type: 'handOver' }
  /** Takes in what another worker handed over; but for documents that are newer here, or gone. */
  | {
      readonly type: 'adopt'
      readonly segments: readonly MovedSegment[]
      readonly count: number
      readonly except: readonly string[]
    }
  | {
      readonly type: 'query'
      readonly requestId: number
      readonly text: string
      readonly options: SearchOptions
    }
  | {
      readonly type: 'snippets'
      readonly requestId: number
      readonly text: string
      readonly id: string
      readonly limit: number
    }
  | { readonly type: 'titles'; readonly requestId: number; readonly text: string; readonly limit: number }
  | { readonly type: 'related'; readonly requestId: number; readonly id: string; readonly limit: number }
  | { readonly type: 'keyTerms'; readonly requestId: number; readonly own: string; readonly written: string }
  | { readonly type: 'stop'; readonly requestId: number }

/** From the worker to the backend. */
export type SearchReply =
  /** Ids of documents that the stored index lacks or has in another state. */
  | { readonly type: 'opened'; readonly missing: readonly string[] }
  /** A change was taken in; `adopted` of the documents came from another worker. */
  | { readonly type: 'indexed'; readonly indexed: number; readonly adopted: number }
  | { readonly type: 'gathered'; readonly count: number }
  /** All that was gathered since the last time. */
  | { readonly type: 'handedOver'; readonly segments: readonly MovedSegment[] }
  /** The index could not be stored; it goes on without. */
  | { readonly type: 'notStored'; readonly message: string }
  | { readonly type: 'result'; readonly requestId: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly requestId: number; readonly message: string }
