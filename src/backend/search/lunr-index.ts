import lunr from 'lunr'
import { isStopWord, stemOf, tokensOf, type SearchToken } from './tokens'

/** The text of one document by field, ready to index. */
export interface IndexableFields {
  readonly id: string
  readonly title: string
  readonly tags: string
  readonly section: string
  readonly body: string
}

const tokenizer = (text: unknown): lunr.Token[] => {
  const value = text === null || text === undefined ? '' : String(text)
  return tokensOf(value).map(({ term }, index) => new lunr.Token(term, { index }))
}

const keepStemAndWord: lunr.PipelineFunction = token => {
  const stem = stemOf(token.toString())
  return stem === token.toString() ? token : ([token, new lunr.Token(stem, {})] as unknown as lunr.Token)
}
lunr.Pipeline.registerFunction(keepStemAndWord, 'keepStemAndWord')

/** A lunr builder with our own text analysis: stem and original form, pairs of CJK characters, fields by weight. */
export function createIndexBuilder(): lunr.Builder {
  const builder = new lunr.Builder()
  ;(builder as unknown as { tokenizer: typeof tokenizer }).tokenizer = tokenizer
  builder.pipeline.add(lunr.stopWordFilter, keepStemAndWord)
  builder.ref('id')
  builder.field('title', { boost: 3 })
  builder.field('tags', { boost: 3 })
  builder.field('section')
  builder.field('body')
  builder.k1(2)
  builder.b(0.75)
  return builder
}

/** What a query asks for, by word. */
export interface QueryTerms {
  readonly tokens: readonly SearchToken[]
  /** The unfinished word at the end, which matches all that starts with it. */
  readonly prefix: string | undefined
}

/** Reads a query as words; the last one is a prefix unless something follows it. */
export function readQuery(text: string): QueryTerms {
  const tokens = tokensOf(text, { isQuery: true })
  const last = tokens.at(-1)
  const isUnfinished = last !== undefined && /[\p{L}\p{N}_+#]$/u.test(text)
  return { tokens, prefix: isUnfinished ? last.term : undefined }
}

/** Runs a query: any word counts, more words and rarer ones rank higher. */
export function queryIndex(index: lunr.Index, { tokens, prefix }: QueryTerms): lunr.Index.Result[] {
  return index.query(query => {
    for (const [position, { term, isCjk }] of tokens.entries()) {
      const isLast = position === tokens.length - 1
      if (isLast && prefix !== undefined) {
        query.term(prefix, {
          wildcard: lunr.Query.wildcard.TRAILING,
          usePipeline: false,
          boost: isCjk ? 1 : 0.4,
        })
      }
      if (!isCjk && isStopWord(term)) continue
      const stem = stemOf(term)
      query.term(stem, { usePipeline: false, boost: isCjk ? 1 : 1.6 })
      if (stem !== term) query.term(term, { usePipeline: false, boost: 0.3 })
    }
  })
}
