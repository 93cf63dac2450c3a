import type { StoredDocument } from './segments/segment'

/** What the index keeps of a question or note beside its terms and its text. */
export interface IndexedDocument extends StoredDocument {
  readonly kind: 'question' | 'note'
  readonly path: string
  readonly title: string
  readonly section: string
  readonly tags: readonly string[]
  /** Questions that it is, or answers. */
  readonly questions: readonly string[]
  /** Says which state of the document was indexed. */
  readonly stamp: string
  /** Whether it is longer than what is indexed of one document. */
  readonly isCut: boolean
}
