import type { SearchDocument } from '../../../src/backend/search/search-protocol.ts'
import type { BenchDocument } from './bench-engine.ts'

/** A document as the notebook gives it to the search. */
export function toSearchDocument(document: BenchDocument): SearchDocument {
  const { id, title, tags, body } = document
  const stamp = stampOf(document)
  return { kind: 'note', id, path: id, title, tags, section: '', questions: [], text: body, stamp }
}

export function stampOf({ body }: BenchDocument): string {
  return `${body.length}`
}
