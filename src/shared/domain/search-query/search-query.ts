/** A piece of a query, with where it stands in what was typed (UTF-16 units). */
interface Placed {
  readonly start: number
  readonly end: number
}

/** Where a word or phrase is looked for. */
export type SearchField = 'title' | 'any'

/** Filters that a query names: `tag:`, `section:`, `status:`, `is:` and `in:`. */
export type FilterName = 'tag' | 'section' | 'status' | 'is' | 'in'

export interface WordNode extends Placed {
  readonly kind: 'word'
  readonly text: string
  readonly field: SearchField
  /** Whether it is still being typed: it stands for all words that start with it. */
  readonly isUnfinished: boolean
}

export interface PhraseNode extends Placed {
  readonly kind: 'phrase'
  readonly text: string
  readonly field: SearchField
  /** Whether its closing quote is still to come: its last word may be unfinished. */
  readonly isUnfinished: boolean
}

export interface FilterNode extends Placed {
  readonly kind: 'filter'
  readonly name: FilterName
  readonly value: string
  readonly isUnfinished: boolean
}

export interface RegexNode extends Placed {
  readonly kind: 'regex'
  readonly source: string
}

/** At least one of its options. */
export interface AnyNode extends Placed {
  readonly kind: 'any'
  readonly options: readonly QueryNode[]
}

export interface GroupNode extends Placed {
  readonly kind: 'group'
  readonly clauses: readonly QueryClause[]
}

export type QueryNode = WordNode | PhraseNode | FilterNode | RegexNode | AnyNode | GroupNode

/**
 * `optional` parts are ranked by: a result has at least one, more rank higher. A result has all that is `required` and
 * nothing that is `prohibited`.
 */
export type QueryPresence = 'optional' | 'required' | 'prohibited'

export interface QueryClause {
  readonly presence: QueryPresence
  readonly node: QueryNode
}

/** What is not understood, and where; the rest of the query is asked for all the same. */
export interface QueryProblem extends Placed {
  readonly code:
    | 'unclosed-regex'
    | 'bad-regex'
    | 'unclosed-group'
    | 'unopened-group'
    | 'empty-filter'
    | 'unknown-value'
    | 'too-much'
  readonly text: string
}

export interface SearchQuery {
  readonly clauses: readonly QueryClause[]
  readonly problems: readonly QueryProblem[]
}

/** What `status:`, `is:` and `in:` can be; `tag:` and `section:` depend on the notebook. */
export const filterValues = {
  status: ['not-started', 'draft', 'answered'],
  is: ['answered', 'draft', 'not-started', 'due', 'starred'],
  in: ['questions', 'notes'],
} as const
