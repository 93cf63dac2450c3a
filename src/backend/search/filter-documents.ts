import type { FilterNode } from '../../shared/domain/search-query/search-query'
import { fold } from './analysis/fold'
import type { IndexedDocument } from './indexed-document'
import type { QuestionFacets } from './search-protocol'

/** Answers whether a document passes a filter of a query, with what is known of the questions. */
export function createFilter(
  facets: QuestionFacets,
): (document: IndexedDocument, filter: FilterNode) => boolean {
  const due = new Set(facets.due)
  const starred = new Set(facets.starred)
  const hasStatus = (document: IndexedDocument, filter: FilterNode): boolean =>
    document.questions.some(id => matches((facets.status[id] ?? '').replace(' ', '-'), filter))
  return (document, filter) => {
    switch (filter.name) {
      case 'in':
        return matches(document.kind === 'question' ? 'questions' : 'notes', filter)
      case 'tag':
        return document.tags.some(tag => isTag(fold(tag), fold(filter.value), filter.isUnfinished))
      case 'section':
        return fold(document.section).includes(fold(filter.value))
      case 'status':
        return hasStatus(document, filter)
      case 'is':
        return (
          (matches('due', filter) && document.questions.some(id => due.has(id))) ||
          (matches('starred', filter) && document.questions.some(id => starred.has(id))) ||
          hasStatus(document, filter)
        )
    }
  }
}

function matches(actual: string, { value, isUnfinished }: FilterNode): boolean {
  const asked = value.toLowerCase()
  return isUnfinished ? actual.startsWith(asked) : actual === asked
}

/** A tag, or one below it: `model` has `model/size`. */
function isTag(tag: string, asked: string, isUnfinished: boolean): boolean {
  const wanted = asked.replace(/^#/, '')
  return tag === wanted || tag.startsWith(isUnfinished ? wanted : `${wanted}/`)
}
