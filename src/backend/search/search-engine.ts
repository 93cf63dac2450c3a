import type { QueryProblem } from '../../shared/domain/search-query/search-query'
import { parseSearchQuery } from '../../shared/domain/search-query/parse-search-query'
import { NoteAnalyzer } from './analysis/note-analyzer'
import { documentColumns } from './document-columns'
import { createFilter } from './filter-documents'
import type { IndexedDocument } from './indexed-document'
import { RegexScan, type ScanTime } from './regex-scan'
import { WordMatcher, rangesOf } from './match-words'
import { locatePhrase } from './phrase-terms'
import { planQuery, type PlannedPhrase, type QueryPlan } from './query-plan'
import { bodyField, leadLength, scoring, searchFields } from './search-fields'
import type {
  SearchDocument,
  SearchEngineHit,
  SearchEngineResult,
  SearchOptions,
  SearchSnippet,
} from './search-protocol'
import { correctWords } from './correct-words'
import { RecentTexts } from './recent-texts'
import { offsetsInDocument } from './offsets-in-document'
import { arrivedSegment, movedSegment, type MovedSegment } from './segments/moved-segment'
import { scoreClauses } from './segments/score-clauses'
import type { Scores } from './segments/score-documents'
import { readText, textLength } from './segments/segment'
import { SegmentBuilder } from './segments/segment-builder'
import { SegmentIndex } from './segments/segment-index'
import { topDocuments, type RankedDocument } from './segments/top-documents'
import { searchableText } from './searchable-text'
import { createSnippet, createSnippets, type SnippetSource } from './snippet'

/** So many characters of a document are indexed, about 100,000 words; a result says when there is more. */
export const mostIndexed = 600_000

/** From so many documents at once on they are gathered, until someone asks. */
const manyDocuments = 20

/** A text of so many UTF-16 units is read from the file in one piece for its snippet. */
const mostReadWhole = 8000

/** Documents are gathered until they take so many bytes. */
const mostGathered = 64e6

/** Segments of more documents are left alone: writing them anew takes as much memory as they have bytes. */
const mostMerged = 8000

/** So many words are remembered while many documents come. */
const mostRemembered = 300_000

/** The search over a notebook: documents in, ranked results with snippets out. */
export class SearchEngine {
  readonly #analyzer = new NoteAnalyzer()
  readonly #builder = new SegmentBuilder<IndexedDocument>(this.#analyzer, searchFields.length)
  /** Ids of the documents in the builder, and how many of them are in no segment. */
  readonly #gathered = new Set<string>()
  #gatheredFirst = 0
  readonly #segments = new SegmentIndex<IndexedDocument>(searchFields.length)
  readonly #texts = new RecentTexts<IndexedDocument>()
  readonly #scan = new RegexScan()

  /** How many documents there are. */
  get size(): number {
    return this.#segments.size + this.#gatheredFirst
  }

  get index(): SegmentIndex<IndexedDocument> {
    return this.#index
  }

  get #index(): SegmentIndex<IndexedDocument> {
    this.freeze()
    return this.#segments
  }

  upsert(documents: readonly SearchDocument[]): void {
    // The last of several states of one document is the one that counts.
    for (const document of new Map(documents.map(each => [each.id, each])).values()) {
      if (this.#gathered.has(document.id)) this.freeze()
      this.#gathered.add(document.id)
      if (this.#segments.get(document.id) === undefined) this.#gatheredFirst += 1
      this.#builder.add(indexable(document))
      if (this.#builder.bytes > mostGathered || this.#analyzer.size > mostRemembered) this.freeze()
    }
    // Many that come together are likely to be followed by more of them, and one large segment costs less than small ones.
    if (documents.length < manyDocuments) this.freeze()
  }

  /** Makes a segment of what was gathered, as is done when someone asks. */
  freeze(): void {
    if (this.#gathered.size > 0) this.#segments.add(this.#builder.build())
    this.#gathered.clear()
    this.#gatheredFirst = 0
    if (this.#analyzer.size > mostRemembered) this.#analyzer.forget()
  }

  remove(ids: readonly string[]): void {
    this.#index.remove(ids)
  }

  /** Gives all documents away, for another engine to adopt. */
  handOver(): MovedSegment[] {
    const moved = this.#index.segments.map(({ segment }) => movedSegment(segment, documentColumns))
    this.remove([...this.#segments.ids()])
    return moved
  }

  /** Takes in what another engine handed over, but for documents of these ids. */
  adopt(moved: MovedSegment, except: ReadonlySet<string>): void {
    const segment = arrivedSegment(moved, documentColumns)
    const without = segment.documents.flatMap(({ id }, number) => (except.has(id) ? [number] : []))
    this.#index.add(segment, without)
  }

  /** Fewer, larger parts: faster to ask, and worth storing. A single large one is not written anew with the small ones. */
  settle(): void {
    const large = this.size / 4
    const isLarge = ({ segment }: { segment: { documents: readonly unknown[] } }): boolean =>
      segment.documents.length > large
    const mostDocuments = this.#index.segments.filter(isLarge).length > 1 ? mostMerged : large
    this.#index.compact(Math.min(mostDocuments, mostMerged))
    this.#analyzer.forget()
  }

  /** @param pause is waited for now and then in a long run; when it gives false, the rest is not needed any more. */
  async query(
    text: string,
    options: SearchOptions,
    pause: () => Promise<boolean> = async () => true,
  ): Promise<SearchEngineResult> {
    const until = performance.now() + (options.budgetMs ?? Infinity)
    const planned = planQuery(parseSearchQuery(text), { matchAll: options.matchAll })
    const { plan, corrections } = correctWords(this.#index, planned)
    const { clauses, problems } = plan
    if (clauses.length === 0 && plan.regexes.length === 0 && !hasFilter(text, plan)) {
      return { ...this.#nothing(), problems }
    }
    const scores = scoreClauses(this.#index, clauses, scoring)
    const { phraseOffsets, leftOut } = this.#markPhrases(plan.phrases, scores, until)
    const isScanned = plan.regexes.length > 0
    if (isScanned && !(await this.#markRegexes(plan, scores, { until, pause }))) {
      return { ...this.#nothing(), problems }
    }
    const filter = createFilter(options.facets)
    const { total, best } = topDocuments(this.#index, scores, {
      limit: options.limit,
      acceptsMarks: marks => acceptsByMarks(plan, marks),
      accepts: (marks, document) => plan.accepts(marks, node => filter(document, node)),
      ends: isScanned ? this.#scan.ends : undefined,
    })
    const matcher = new WordMatcher(
      plan,
      corrections.flatMap(({ stems }) => stems),
    )
    const hits = best.map(ranked => this.#hit(ranked, { plan, matcher, phraseOffsets }))
    return {
      total,
      hits,
      indexed: this.size,
      searched: isScanned ? this.#scanned() : this.size,
      problems: [...problems, ...leftOut],
      corrections: corrections.map(({ word, instead }) => ({ word, instead })),
    }
  }

  /** More places of one document that a query matches. */
  snippets(text: string, id: string, limit: number): SearchSnippet[] {
    const place = this.#index.place(id)
    if (place === undefined) return []
    const { plan, corrections } = correctWords(
      this.#index,
      planQuery(parseSearchQuery(text), { matchAll: false }),
    )
    const matcher = new WordMatcher(
      plan,
      corrections.flatMap(({ stems }) => stems),
    )
    const found = { segment: place.segment, number: place.document }
    return createSnippets(this.#source(found, { plan, phraseOffsets: new Map() }), matcher, limit)
  }

  #nothing(): SearchEngineResult {
    return { total: 0, hits: [], indexed: this.size, searched: this.size, problems: [], corrections: [] }
  }

  /** Marks the documents that have a phrase, as long as there is time; one is always looked for. */
  #markPhrases(
    phrases: readonly PlannedPhrase[],
    { marks }: Scores,
    until: number,
  ): { readonly phraseOffsets: PhraseOffsets; readonly leftOut: readonly QueryProblem[] } {
    const phraseOffsets: PhraseOffsets = new Map()
    const leftOut: QueryProblem[] = []
    for (const [order, phrase] of phrases.entries()) {
      const { start, end, text } = phrase
      if (order > 0 && performance.now() > until) leftOut.push({ code: 'too-much', start, end, text })
      else this.#markPhrase(phrase, marks, phraseOffsets)
    }
    return { phraseOffsets, leftOut: leftOut.slice(0, 1) }
  }

  #markPhrase(phrase: PlannedPhrase, marks: Scores['marks'], offsets: PhraseOffsets): void {
    for (const [at, { segment }] of this.#index.segments.entries()) {
      for (const [key, starts] of locatePhrase(segment, phrase)) {
        const document = Math.floor(key / searchFields.length)
        marks[at]![document]! |= phrase.mark
        if (key % searchFields.length !== bodyField) continue
        const { id } = segment.documents[document]!
        offsets.set(id, [...(offsets.get(id) ?? []), ...starts])
      }
    }
  }

  /** @returns false when the rest is not needed any more. */
  async #markRegexes({ regexes }: QueryPlan, { marks }: Scores, time: ScanTime): Promise<boolean> {
    const patterns = regexes.map(({ pattern }) => pattern)
    if (!(await this.#scan.run(this.#index, patterns, time))) return false
    for (const [at, end] of this.#scan.ends.entries()) {
      for (let document = 0; document < end; document += 1) {
        const found = this.#scan.found(at, document)
        for (const [bit, { mark }] of regexes.entries()) {
          if ((found & (1 << bit)) !== 0) marks[at]![document]! |= mark
        }
      }
    }
    return true
  }

  /** How many documents the scan has looked through. */
  #scanned(): number {
    const left = this.#index.segments.reduce((sum, { segment, dead }, at) => {
      let living = 0
      for (let document = this.#scan.ends[at] ?? 0; document < segment.documents.length; document += 1)
        if (dead?.[document] !== 1) living += 1
      return sum + living
    }, 0)
    return this.size - left
  }

  #hit(
    ranked: RankedDocument<IndexedDocument>,
    { plan, matcher, phraseOffsets }: { plan: QueryPlan; matcher: WordMatcher; phraseOffsets: PhraseOffsets },
  ): SearchEngineHit {
    const { kind, id, path, title, section, questions, isCut } = ranked.document
    const { text, highlights, match } = createSnippet(this.#source(ranked, { plan, phraseOffsets }), matcher)
    return {
      kind,
      id,
      path,
      title,
      section,
      questions,
      score: ranked.score,
      snippet: text,
      titleHighlights: rangesOf(matcher.find(title)),
      highlights,
      match,
      hasAllWords: (ranked.marks & plan.rankMarks) >>> 0 === plan.rankMarks,
      isCut,
    }
  }

  #source(
    { segment, number }: Pick<RankedDocument<IndexedDocument>, 'segment' | 'number'>,
    { plan, phraseOffsets }: { plan: QueryPlan; phraseOffsets: PhraseOffsets },
  ): SnippetSource {
    const length = textLength(segment, number)
    // Of a short text most is looked at, in several pieces.
    const text =
      length <= mostReadWhole
        ? this.#texts.textOf(segment.documents[number]!, () => readText(segment, number))
        : undefined
    const phraseStarts = phraseOffsets.get(segment.documents[number]!.id) ?? []
    const regexStart = plan.regexes.length === 0 ? undefined : this.#scan.startIn(segment, number)
    return {
      length,
      slice: (start, end) => text?.slice(start, end) ?? readText(segment, number, start, end),
      offsets: () => offsetsInDocument(segment, number, plan),
      phraseOffsets: regexStart === undefined ? phraseStarts : [...phraseStarts, regexStart],
    }
  }
}

/** Offsets of phrases in the bodies of documents, by id. */
type PhraseOffsets = Map<string, number[]>

function hasFilter(text: string, plan: QueryPlan): boolean {
  return text.trim() !== '' && acceptsByMarks(plan, 0) === undefined
}

/** As the plan accepts where it asks no filter; undefined where it does. */
function acceptsByMarks({ accepts }: QueryPlan, marks: number): boolean | undefined {
  let isAsked = false
  const isAccepted = accepts(marks, () => {
    isAsked = true
    return false
  })
  return isAsked ? undefined : isAccepted
}

function indexable({ text, stamp, ...document }: SearchDocument) {
  const isCut = text.length > mostIndexed
  const { text: searched, asides } = searchableText(isCut ? text.slice(0, mostIndexed) : text)
  const { kind, id, path, title, section, tags, questions } = document
  return {
    document: { kind, id, path, title, section, tags, questions, stamp, isCut },
    fields: [title, tags.join(' '), section, searched],
    leads: [0, 0, 0, leadLength],
    asides: [[], [], [], asides],
    text: searched,
  }
}
