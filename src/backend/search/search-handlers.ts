import type { AnswerbookHandlers } from '../../shared/contract/contract'
import { indexableCount, type NotebookService } from '../notebook/notebook-service'
import type { StudyService } from '../study/study-service'
import type { QuestionFacets } from './search-protocol'

type SearchHandlers = Pick<
  AnswerbookHandlers,
  'search.query' | 'search.snippets' | 'search.titles' | 'search.related'
>

/** Maps the search procedures of the contract. */
export function createSearchHandlers(notebooks: NotebookService, study: StudyService): SearchHandlers {
  return {
    'search.query': async ({ text, ...options }) => {
      const facets = facetsFor(text, notebooks, study)
      const result = await notebooks.search.query(text, { ...options, facets })
      return {
        ...result,
        query: text,
        indexable: indexableCount(notebooks.notebook),
        hits: result.hits.map(hit => ({ ...hit, questions: [...hit.questions] })),
        problems: [...result.problems],
        corrections: result.corrections.map(({ word, instead }) => ({ word, instead: [...instead] })),
      }
    },
    'search.snippets': ({ text, id, limit }) => notebooks.search.snippets(text, id, limit),
    'search.titles': async ({ text, limit }) =>
      (await notebooks.search.titles(text, limit)).map(each => ({ ...each, questions: [...each.questions] })),
    'search.related': async ({ id, limit }) =>
      (await notebooks.search.related(id, limit)).map(each => ({ ...each, questions: [...each.questions] })),
  }
}

const asksForFacets = /\b(?:status|is):/i

/** What is known of questions beside their text; only where the query may ask for it. */
function facetsFor(text: string, { notebook }: NotebookService, study: StudyService): QuestionFacets {
  if (!asksForFacets.test(text)) return { status: {}, due: [], starred: [] }
  const marksOf = study.marks()
  const marks = [...notebook.questions()].map(({ question }) => [question.id, marksOf(question.id)] as const)
  return {
    status: Object.fromEntries(marks.map(([id, { status }]) => [id, status])),
    due: marks.filter(([, { isDue }]) => isDue).map(([id]) => id),
    starred: marks.filter(([, { isStarred }]) => isStarred).map(([id]) => id),
  }
}
