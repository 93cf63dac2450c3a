import { lexSearchQuery, type QueryToken } from './lex-search-query'
import {
  filterValues,
  type FilterName,
  type QueryClause,
  type QueryNode,
  type QueryPresence,
  type QueryProblem,
  type SearchField,
  type SearchQuery,
} from './search-query'

/**
 * Reads a search as people type it: words, `"a phrase"`, `+required`, `-excluded`, `this OR that`, `( )`, `/regex/` and
 * `title:`, `tag:`, `section:`, `status:`, `is:`, `in:`. Every text is a query; what can't be meant is told as a problem.
 *
 * In a question as it was pasted, `what does "transfer learning" mean?`, quotes ask for no more than their words do.
 */
export function parseSearchQuery(text: string): SearchQuery {
  const tokens = lexSearchQuery(text)
  const parser = new QueryParser(tokens, text.length, isQuestion(text, tokens))
  return { clauses: parser.clauses(false), problems: parser.problems }
}

function isQuestion(text: string, tokens: readonly QueryToken[]): boolean {
  const hasWord = tokens.some(
    (token, at) =>
      token.kind === 'word' && tokens[at - 1]?.kind !== 'field' && /[\p{L}\p{N}]/u.test(token.text),
  )
  return hasWord && /[?？]\s*$/.test(text)
}

/** Groups within groups beyond this are read as one. */
const deepest = 20

class QueryParser {
  readonly problems: QueryProblem[] = []
  readonly #tokens: readonly QueryToken[]
  readonly #length: number
  readonly #isQuestion: boolean
  #at = 0
  #depth = 0

  constructor(tokens: readonly QueryToken[], length: number, isQuestion: boolean) {
    this.#tokens = tokens
    this.#length = length
    this.#isQuestion = isQuestion
  }

  clauses(isInGroup: boolean): QueryClause[] {
    const clauses: QueryClause[] = []
    for (let token = this.#peek(); token !== undefined; token = this.#peek()) {
      if (token.kind === 'close') {
        if (isInGroup) break
        this.#problem('unopened-group', token)
        this.#at += 1
        continue
      }
      const clause = this.#clause()
      if (clause !== undefined) clauses.push(clause)
    }
    return clauses
  }

  #clause(): QueryClause | undefined {
    const sign = this.#takeSign()
    const options: QueryNode[] = []
    for (;;) {
      const node = this.#node()
      if (node !== undefined) options.push(node)
      if (this.#peek()?.kind !== 'or') break
      // An OR at the end waits for what is to come.
      while (this.#peek()?.kind === 'or') this.#at += 1
      if (this.#peek() === undefined || this.#peek()?.kind === 'close') break
    }
    const [first, ...others] = options
    if (first === undefined) return undefined
    if (others.length === 0) return { presence: sign ?? this.#defaultPresence(first), node: first }
    const node: QueryNode = {
      kind: 'any',
      options,
      start: first.start,
      end: options.at(-1)?.end ?? first.end,
    }
    return { presence: sign ?? 'required', node }
  }

  /** An aside in brackets, as people put into a question, asks for no more than its words do. */
  #defaultPresence(node: QueryNode): QueryPresence {
    const isPlain = node.kind === 'word' || (node.kind === 'phrase' && this.#isQuestion)
    if (isPlain) return node.field === 'any' ? 'optional' : 'required'
    const isAside = node.kind === 'group' && node.clauses.every(({ presence }) => presence === 'optional')
    return isAside ? 'optional' : 'required'
  }

  #takeSign(): QueryPresence | undefined {
    const token = this.#peek()
    if (token?.kind !== 'sign') return undefined
    this.#at += 1
    return token.text === '+' ? 'required' : 'prohibited'
  }

  #node(): QueryNode | undefined {
    const token = this.#peek()
    if (token === undefined || token.kind === 'close') return undefined
    this.#at += 1
    switch (token.kind) {
      case 'open':
        return this.#group(token)
      case 'field':
        return this.#fieldNode(token)
      case 'regex':
        return this.#regex(token)
      case 'word':
      case 'phrase':
        return this.#textNode(token, 'any')
      case 'or':
      case 'sign':
        return undefined
    }
  }

  #group(open: QueryToken): QueryNode | undefined {
    this.#depth += 1
    const clauses = this.#depth > deepest ? [] : this.clauses(true)
    this.#depth -= 1
    const close = this.#peek()
    if (close?.kind === 'close') this.#at += 1
    else this.#problem('unclosed-group', open)
    if (clauses.length === 0) return undefined
    return { kind: 'group', clauses, start: open.start, end: close?.end ?? this.#length }
  }

  #fieldNode(field: QueryToken): QueryNode | undefined {
    const value = this.#peek()
    const isAdjacent = value !== undefined && value.start === field.end
    if (!isAdjacent || (value.kind !== 'word' && value.kind !== 'phrase')) {
      this.#problem('empty-filter', field)
      return undefined
    }
    this.#at += 1
    if (field.text === 'title') return this.#textNode(value, 'title')
    const name = field.text as FilterName
    const isUnfinished = this.#isUnfinished(value)
    if (name in filterValues && !isKnownValue(name, value.text, isUnfinished))
      this.#problem('unknown-value', value)
    return { kind: 'filter', name, value: value.text, isUnfinished, start: field.start, end: value.end }
  }

  #textNode(token: QueryToken, field: SearchField): QueryNode {
    const { start, end, text } = token
    const isUnfinished = token.kind === 'phrase' ? token.isOpen : this.#isUnfinished(token)
    return { kind: token.kind === 'phrase' ? 'phrase' : 'word', text, field, isUnfinished, start, end }
  }

  #regex(token: QueryToken): QueryNode | undefined {
    if (token.isOpen) {
      this.#problem('unclosed-regex', token)
      return undefined
    }
    return { kind: 'regex', source: token.text, start: token.start, end: token.end }
  }

  /** The last word is being typed as long as nothing follows it. */
  #isUnfinished(token: QueryToken): boolean {
    return token.kind === 'word' && token.end === this.#length
  }

  #peek(): QueryToken | undefined {
    return this.#tokens[this.#at]
  }

  #problem(code: QueryProblem['code'], { start, end, text }: QueryToken): void {
    this.problems.push({ code, start, end, text })
  }
}

function isKnownValue(name: string, value: string, isUnfinished: boolean): boolean {
  const known: readonly string[] = filterValues[name as keyof typeof filterValues]
  return known.some(each =>
    isUnfinished ? each.startsWith(value.toLowerCase()) : each === value.toLowerCase(),
  )
}
