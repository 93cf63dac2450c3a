import type { IndexedDocument } from './indexed-document'
import type { DocumentCodec } from './segments/segment-file'

/** Strings, joined where none has the sign that they are joined with: one long string is read much faster than many short ones. */
type Packed = string | readonly string[]

/**
 * Documents as they are stored: a list for each property, which is several times faster to read than an object for each
 * document. What most documents have in the same way takes one sign: a path that is the id, no tags, no questions.
 */
interface Columns {
  readonly count: number
  readonly isQuestion: readonly (0 | 1)[]
  readonly ids: Packed
  readonly paths: readonly (string | 0)[]
  readonly titles: Packed
  /** Each section's title once, and by document which of them. */
  readonly sectionTitles: readonly string[]
  readonly sections: readonly number[]
  readonly tags: readonly (readonly string[] | 0)[]
  readonly questions: readonly (readonly string[] | 0)[]
  readonly stamps: Packed
  readonly isCut: readonly (0 | 1)[]
}

export const documentColumns: DocumentCodec<IndexedDocument> = { encode, decode }

function encode(documents: readonly IndexedDocument[]): Columns {
  const sectionTitles = [...new Set(documents.map(({ section }) => section))]
  const sectionNumbers = new Map(sectionTitles.map((title, number) => [title, number]))
  return {
    count: documents.length,
    isQuestion: documents.map(({ kind }) => (kind === 'question' ? 1 : 0)),
    ids: packed(documents.map(({ id }) => id)),
    paths: documents.map(({ id, path }) => (path === id ? 0 : path)),
    titles: packed(documents.map(({ title }) => title)),
    sectionTitles,
    sections: documents.map(({ section }) => sectionNumbers.get(section)!),
    tags: documents.map(({ tags }) => (tags.length === 0 ? 0 : tags)),
    questions: documents.map(({ questions }) => (questions.length === 0 ? 0 : questions)),
    stamps: packed(documents.map(({ stamp }) => stamp)),
    isCut: documents.map(({ isCut }) => (isCut ? 1 : 0)),
  }
}

function decode(stored: unknown): IndexedDocument[] {
  const columns = stored as Columns
  const [ids, titles, stamps] = [columns.ids, columns.titles, columns.stamps].map(column =>
    unpacked(column, columns.count),
  )
  return ids!.map((id, at) => ({
    kind: columns.isQuestion[at] === 1 ? 'question' : 'note',
    id,
    path: columns.paths[at] || id,
    title: titles![at]!,
    section: columns.sectionTitles[columns.sections[at]!]!,
    tags: columns.tags[at] || none,
    questions: columns.questions[at] || none,
    stamp: stamps![at]!,
    isCut: columns.isCut[at] === 1,
  }))
}

const none: readonly string[] = []

/** A sign that JSON takes as it is, and texts do not have. */
const separator = '\u007F'

function packed(strings: readonly string[]): Packed {
  return strings.some(text => text.includes(separator)) ? strings : strings.join(separator)
}

function unpacked(column: Packed, count: number): readonly string[] {
  if (typeof column !== 'string') return column
  return count === 0 ? [] : column.split(separator)
}
