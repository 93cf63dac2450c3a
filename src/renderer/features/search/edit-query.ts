import { parseSearchQuery } from '../../../shared/domain/search-query/parse-search-query'
import { filterValues, type FilterName } from '../../../shared/domain/search-query/search-query'

/** A filter of a query, as a chip shows it. */
export interface FilterChip {
  readonly label: string
  /** The query without it. */
  readonly rest: string
}

/** The filters that stand in a query by themselves and are finished. */
export function filterChips(text: string): FilterChip[] {
  return parseSearchQuery(text).clauses.flatMap(({ presence, node }) => {
    if (node.kind !== 'filter' || node.isUnfinished) return []
    const sign = /[+-]$/.test(text.slice(0, node.start)) ? 1 : 0
    const rest = `${text.slice(0, node.start - sign)}${text.slice(node.end).replace(/^\s+/, '')}`
    const label = `${presence === 'prohibited' ? '−' : ''}${node.name}: ${node.value}`
    return [{ label, rest }]
  })
}

/** What a notebook has to filter by. */
export interface KnownValues {
  readonly tag: readonly string[]
  readonly section: readonly string[]
}

const mostSuggestions = 8

/** Values for the filter at the end of a query that is being typed, each with the query that has it. */
export function suggestValues(
  text: string,
  known: KnownValues,
): { readonly value: string; readonly query: string }[] {
  const open = /(?:^|[\s(+-])(tag|section|status|is|in):(?:(")([^"]*)|([^\s"]*))$/i.exec(text)
  if (open === null) return []
  const [, name = '', quote = '', quoted = '', bare = ''] = open
  const typed = quoted + bare
  const key = name.toLowerCase() as FilterName
  const values: readonly string[] = key === 'tag' || key === 'section' ? known[key] : filterValues[key]
  const wanted = typed.toLowerCase()
  const before = text.slice(0, text.length - quote.length - typed.length)
  return values
    .filter(value => value.toLowerCase().includes(wanted) && value.toLowerCase() !== wanted)
    .sort((a, b) => Number(b.toLowerCase().startsWith(wanted)) - Number(a.toLowerCase().startsWith(wanted)))
    .slice(0, mostSuggestions)
    .map(value => ({ value, query: `${before}${/[\s()"]/.test(value) ? `"${value}"` : value} ` }))
}
