import { everyQuestion, type QuestionFilter } from '../../../shared/domain/study/question-filter'
import type { QuestionListView } from '../../../shared/contract/question-procedures'
import { useLists } from '../../state/queries'
import { useTranslation } from '../../ui/use-translation'

/** One thing that a filter asks for, in words, and how to take it away. */
export interface FilterPart {
  readonly key: keyof QuestionFilter
  readonly words: string
  readonly without: QuestionFilter
}

const keys = Object.keys(everyQuestion) as (keyof QuestionFilter)[]

/** A function that tells what a filter asks for. */
export function useFilterParts(): (filter: QuestionFilter) => FilterPart[] {
  const { t } = useTranslation()
  const lists = useLists().data ?? []
  const wordsOf: { readonly [K in keyof QuestionFilter]: (value: NonNullable<QuestionFilter[K]>) => string } =
    {
      status: status => t(`status.${status}`),
      confidence: range => t(`filter.confidence.${range}`),
      isDue: () => t('filter.due'),
      isStarred: () => t('filter.starred'),
      tag: tag => `#${tag}`,
      section: section => sectionTitle(lists, section) ?? t('filter.unknownSection'),
    }
  return filter =>
    keys.flatMap(key => {
      const value = filter[key]
      if (value === null || value === false) return []
      const words = (wordsOf[key] as (value: unknown) => string)(value)
      return [{ key, words, without: { ...filter, [key]: everyQuestion[key] } }]
    })
}

function sectionTitle(
  lists: readonly QuestionListView[],
  { listId, number }: { readonly listId: string; readonly number: number },
): string | undefined {
  const list = lists.find(({ id }) => id === listId)
  const section = list?.sections.find(candidate => candidate.number === number)
  return section === undefined ? undefined : `${section.number} ${section.title}`
}
