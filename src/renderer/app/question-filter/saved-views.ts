import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { isSameFilter, type QuestionFilter } from '../../../shared/domain/study/question-filter'

interface SavedViews {
  /** Filters that the user keeps, the oldest first, by notebook id. */
  readonly views: Readonly<Record<string, readonly QuestionFilter[]>>
}

/** Filters that are kept in this browser or app. */
export const useSavedViews = create<SavedViews>()(
  persist((): SavedViews => ({ views: {} }), { name: 'answerbook.views', version: 1 }),
)

/** Keeps a filter, or lets go of it. */
export function toggleView(notebookId: string, filter: QuestionFilter): void {
  useSavedViews.setState(({ views }) => {
    const kept = views[notebookId] ?? []
    const others = kept.filter(view => !isSameFilter(view, filter))
    return { views: { ...views, [notebookId]: others.length < kept.length ? others : [...kept, filter] } }
  })
}
