import { fileTitle } from '../../shared/domain/file-title'
import { fold } from './analysis/fold'
import { wordsOf } from './analysis/note-analyzer'
import { exactPrefix, stopPrefix } from './analysis/term-prefixes'
import { isStopWord } from './analysis/words'
import type { IndexedDocument } from './indexed-document'
import { planQuery } from './query-plan'
import { WordMatcher, rangesOf } from './match-words'
import { scoring, titleField } from './search-fields'
import type { FoundDocument, TextRange } from './search-protocol'
import { scoreClauses, type MarkedClause } from './segments/score-clauses'
import type { SegmentIndex } from './segments/segment-index'
import { topDocuments } from './segments/top-documents'

export interface TitleHit extends FoundDocument {
  readonly highlights: TextRange[]
}

const names = new WeakMap<IndexedDocument, string>()

/** So many are looked at for how their titles begin. */
const mostRanked = 200
const mostWords = 31

/**
 * Documents whose title has a word for each of those that are typed, which may all be unfinished. Titles that begin with
 * what is typed come first, then those that have it as it is, then by score.
 */
export function searchTitles(index: SegmentIndex<IndexedDocument>, text: string, limit: number): TitleHit[] {
  const terms = titleTerms(text)
  if (terms.length === 0) return []
  const clauses = terms.flatMap((term, at) => clausesOf(term, (1 << at) >>> 0))
  const wanted = (2 ** terms.length - 1) >>> 0
  const { best } = topDocuments(index, scoreClauses(index, clauses, scoring), {
    limit: mostRanked,
    acceptsMarks: marks => (marks & wanted) >>> 0 === wanted,
  })
  const typed = fold(text.trim())
  const nearness = (title: string): number => {
    const at = fold(title).indexOf(typed)
    return at < 0 ? 2 : Math.min(1, at)
  }
  const matcher = matcherOf(terms)
  const found = best.map(({ document }) => ({ document, title: document.title }))
  return [...found, ...namedSo(index, typed, new Set(best.map(({ document }) => document)))]
    .map(each => ({ ...each, near: nearness(each.title) }))
    .sort((a, b) => a.near - b.near)
    .slice(0, limit)
    .map(({ document: { kind, id, path, section, questions }, title }) => {
      const highlights = rangesOf(matcher.find(title))
      return { kind, id, path, title, section, questions, highlights }
    })
}

/** Notes whose title is another one than their file's name, where a word of the name begins with what is typed. */
function namedSo(index: SegmentIndex<IndexedDocument>, typed: string, others: ReadonlySet<IndexedDocument>) {
  const found: { document: IndexedDocument; title: string }[] = []
  for (const id of index.ids()) {
    const document = index.get(id)
    if (document === undefined || document.kind !== 'note' || others.has(document)) continue
    const at = foldedName(document).indexOf(typed)
    if (at < 0 || (at > 0 && isWordSign.test(foldedName(document).charAt(at - 1)))) continue
    found.push({ document, title: fileTitle(document.path) })
    if (found.length === mostRanked) break
  }
  return found
}

const isWordSign = /[\p{L}\p{N}]/u

function foldedName(document: IndexedDocument): string {
  const known = names.get(document)
  if (known !== undefined) return known
  const name = fold(fileTitle(document.path))
  names.set(document, name)
  return name
}

interface TitleTerm {
  readonly term: string
  readonly isCjk: boolean
}

/** Each once. */
function titleTerms(text: string): TitleTerm[] {
  const terms = [...wordsOf(text)].flatMap(({ text: word, isCjk }): [term: string, isCjk: boolean][] => {
    const characters = [...fold(word)]
    if (!isCjk || characters.length === 1) return [[characters.join(''), isCjk]]
    return characters.slice(1).map((next, at) => [`${characters[at] ?? ''}${next}`, isCjk])
  })
  return Array.from(new Map(terms), ([term, isCjk]) => ({ term, isCjk })).slice(0, mostWords)
}

function clausesOf({ term, isCjk }: TitleTerm, mark: number): MarkedClause[] {
  const clause = {
    isPrefix: true,
    editDistance: 0,
    boost: 1,
    fields: [titleField],
    presence: 'optional',
    mark,
  } as const
  if (isCjk) return [{ ...clause, term }]
  const spelled = { ...clause, term: exactPrefix + term }
  return isStopWord(term) ? [spelled, { ...clause, term: stopPrefix + term }] : [spelled]
}

function matcherOf(terms: readonly TitleTerm[]): WordMatcher {
  const plan = planQuery({ clauses: [], problems: [] }, { matchAll: false })
  const words = terms.map(({ term, isCjk }) => ({
    mark: 0,
    word: term,
    isCjk,
    isUnfinished: true,
    isRankedBy: true,
  }))
  return new WordMatcher({ ...plan, words }, [])
}
