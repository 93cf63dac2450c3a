import type lunr from 'lunr'
import { Query } from 'lunr'

/** What a document must or must not have. */
export type Presence = 'optional' | 'required' | 'prohibited'

/** One term of a query, as `lunr.Query` has it. */
export interface Clause {
  readonly term: string
  /** Whether `term` stands for all terms that start with it. */
  readonly isPrefix: boolean
  /** Terms that become `term` by so many insertions, deletions, substitutions and exchanges of neighbours count too. */
  readonly editDistance: 0 | 1 | 2
  readonly boost: number
  /** Numbers of the fields to look in; `undefined` for all. */
  readonly fields: readonly number[] | undefined
  readonly presence: Presence
}

/**
 * The clauses of a query that was built with lunr's own `Query` (terms as they are in the index: `usePipeline: false`).
 *
 * @throws RangeError on a wildcard that does not stand at the end.
 */
export function clausesOf(query: lunr.Query, fieldNames: readonly string[]): Clause[] {
  return query.clauses.map(clause => {
    const isPrefix = clause.term.endsWith('*')
    const term = isPrefix ? clause.term.slice(0, -1) : clause.term
    if (term.includes('*')) throw new RangeError(`only a trailing wildcard can be asked for: ${clause.term}`)
    const isEverywhere = fieldNames.every(name => clause.fields.includes(name))
    return {
      term,
      isPrefix,
      editDistance: Math.min(2, clause.editDistance ?? 0) as 0 | 1 | 2,
      boost: clause.boost,
      fields: isEverywhere ? undefined : clause.fields.map(name => fieldNames.indexOf(name)),
      presence: presenceOf((clause as { presence?: lunr.Query.presence }).presence),
    }
  })
}

function presenceOf(presence: lunr.Query.presence | undefined): Presence {
  if (presence === Query.presence.REQUIRED) return 'required'
  return presence === Query.presence.PROHIBITED ? 'prohibited' : 'optional'
}
