import {
  keepPreviousData,
  QueryClient,
  queryOptions,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RecentNotebook, VanishedNote } from '../../shared/contract/notebook-procedures'
import type { LeftoverConflict } from '../../shared/contract/conflict-procedures'
import type { NotebookInfo } from '../../shared/contract/notebook-procedures'
import type { Backlink, GraphLink, NoteSummary } from '../../shared/contract/note-procedures'
import type {
  QuestionItem,
  QuestionListView,
  QuestionSection,
} from '../../shared/contract/question-procedures'
import type { RelatedItem } from '../../shared/contract/search-procedures'
import type { QueuedReview, StudyPlan, TodayView } from '../../shared/contract/study-procedures'
import type { StudySettings } from '../../shared/domain/study/study-event'
import type { Settings } from '../../shared/contract/app-procedures'
import { useBackend, type BackendAccess } from './backend'
import { notesKey, refreshNotes } from './refresh-notes'

/** Data of the backend as this page has it; events say what is out of date. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    },
  })
}

/** Fetches anew whatever an event says has changed. Returns what ends it. */
export function keepQueriesFresh(
  queries: QueryClient,
  { on, client }: Pick<BackendAccess, 'on' | 'client'>,
): () => void {
  const invalidate = (...keys: string[]): void => {
    for (const key of keys) void queries.invalidateQueries({ queryKey: [key] })
  }
  const ends = [
    on('notebook.changed', () => void queries.invalidateQueries()),
    on('questions.changed', () => invalidate('lists', 'backlinks', 'graph', 'today', 'studySettings')),
    on('notes.changed', ({ paths }) => {
      invalidate('lists', 'backlinks', 'graph', 'conflicts', 'today')
      void refreshNotes(queries, client, paths)
    }),
    on('history.changed', ({ path }) => {
      invalidate('history-status')
      void queries.invalidateQueries({ queryKey: ['history', path] })
    }),
    on('backups.changed', () => invalidate('backups')),
    on('settings.changed', () => invalidate('settings')),
  ]
  return () => ends.forEach(end => end())
}

type Client = BackendAccess['client']

export const notebookQuery = (client: Client) =>
  queryOptions({ queryKey: ['notebook'], queryFn: () => client['notebook.current']({}) })

export const listsQuery = (client: Client) =>
  queryOptions({ queryKey: ['lists'], queryFn: () => client['questions.lists']({}) })

export const settingsQuery = (client: Client) =>
  queryOptions({ queryKey: ['settings'], queryFn: () => client['settings.get']({}) })

export function useNotebook(): UseQueryResult<NotebookInfo | null> {
  return useQuery(notebookQuery(useBackend().client))
}

export function useRecentNotebooks(): UseQueryResult<RecentNotebook[]> {
  const { client } = useBackend()
  return useQuery({ queryKey: ['recent'], queryFn: () => client['notebook.recent']({}) })
}

export function useGraphLinks(): UseQueryResult<GraphLink[]> {
  const { client } = useBackend()
  return useQuery({ queryKey: ['graph'], queryFn: () => client['links.graph']({}) })
}

export function useLists(): UseQueryResult<QuestionListView[]> {
  return useQuery(listsQuery(useBackend().client))
}

export function useNotes(): UseQueryResult<NoteSummary[]> {
  const { client } = useBackend()
  return useQuery({
    queryKey: notesKey,
    queryFn: () => client['notes.list']({}),
    // To compare thousands of notes with those of before takes longer than to draw what is seen of them.
    structuralSharing: false,
  })
}

/** Notes whose sudden absence made the notebook read-only. */
export function useVanishedNotes(): UseQueryResult<VanishedNote[]> {
  const { client } = useBackend()
  return useQuery({ queryKey: ['vanished'], queryFn: () => client['notebook.vanished']({}) })
}

/** Versions of notes that other programs have left in the notebook. */
export function useLeftoverConflicts(): UseQueryResult<LeftoverConflict[]> {
  const { client } = useBackend()
  return useQuery({ queryKey: ['conflicts'], queryFn: () => client['conflicts.list']({}) })
}

export function useSettings(): UseQueryResult<Settings> {
  return useQuery(settingsQuery(useBackend().client))
}

/** The folder of the user's documents; undefined until the host has told. */
export function useHomeFolder(): string | undefined {
  const { client } = useBackend()
  return useQuery({
    queryKey: ['home'],
    queryFn: async () => (await client['places.home']({})).path,
    staleTime: Infinity,
  }).data
}

/** What there is to do today; asked for again when the next answer comes back, and when the next day begins. */
export function useToday(): UseQueryResult<TodayView> {
  const { client } = useBackend()
  return useQuery({
    queryKey: ['today'],
    queryFn: () => client['study.today']({}),
    refetchInterval: ({ state }) => {
      if (state.data === undefined) return false
      const next = Math.min(state.data.nextDayAt, state.data.nextDueAt ?? Infinity)
      return Math.min(longestTimerMs, Math.max(1000, next - Date.now()))
    },
  })
}

/** Days are longer than a timer can be told reliably in a machine that sleeps. */
const longestTimerMs = 15 * 60 * 1000

/** The plan for the day of the interview; made anew whenever today's work is. */
export function usePlan(): UseQueryResult<StudyPlan | null> {
  const { client } = useBackend()
  const { dataUpdatedAt } = useToday()
  return useQuery({
    queryKey: ['plan', dataUpdatedAt],
    queryFn: () => client['study.plan']({}),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

/** What can be reviewed ahead of time, the most likely forgotten first; asked for anew whenever today's work is. */
export function useAhead(): UseQueryResult<QueuedReview[]> {
  const { client } = useBackend()
  const { dataUpdatedAt } = useToday()
  return useQuery({
    queryKey: ['ahead', dataUpdatedAt],
    queryFn: () => client['study.ahead']({}),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

export function useStudySettings(): UseQueryResult<StudySettings> {
  const { client } = useBackend()
  return useQuery({ queryKey: ['studySettings'], queryFn: () => client['study.settings']({}) })
}

export type BacklinksTo = { readonly path: string } | { readonly questionId: string }

export function useBacklinks(to: BacklinksTo | undefined): UseQueryResult<Backlink[]> {
  const { client } = useBackend()
  return useQuery({
    queryKey: ['backlinks', to],
    queryFn: () => (to === undefined ? [] : client['links.backlinks']({ to })),
    enabled: to !== undefined,
  })
}

/** What is near a question or note; as it was when the place was opened. */
export function useRelated(id: string | undefined): UseQueryResult<RelatedItem[]> {
  const { client } = useBackend()
  return useQuery({
    queryKey: ['related', id],
    queryFn: () => (id === undefined ? [] : client['search.related']({ id, limit: 6 })),
    enabled: id !== undefined,
    staleTime: relatedStaleMs,
  })
}

/** Notes that mention a note by its title, without a link. */
export function useMentions(path: string | undefined): UseQueryResult<Backlink[]> {
  const { client } = useBackend()
  return useQuery({
    queryKey: ['mentions', path],
    queryFn: () => (path === undefined ? [] : client['links.mentions']({ path, limit: 10 })),
    enabled: path !== undefined,
    staleTime: relatedStaleMs,
  })
}

/** What changes with every key is not asked for with every key. */
const relatedStaleMs = 10_000

/** A question with its place, for showing it. */
export interface PlacedQuestion {
  readonly item: QuestionItem
  readonly section: QuestionSection
  readonly list: QuestionListView
}

/** All questions in order, and by id. */
export function usePlacedQuestions(): {
  readonly all: readonly PlacedQuestion[]
  readonly byId: ReadonlyMap<string, PlacedQuestion>
} {
  const { data } = useLists()
  return useMemo(() => {
    const all = (data ?? []).flatMap(list =>
      list.sections.flatMap(section => section.questions.map(item => ({ item, section, list }))),
    )
    return { all, byId: new Map(all.map(placed => [placed.item.id, placed])) }
  }, [data])
}

/** The title of a list where there are several, so that their numbers can be told apart. */
export function useListName(): (listId: string) => string | undefined {
  const lists = useLists().data ?? []
  return listId => (lists.length > 1 ? lists.find(({ id }) => id === listId)?.title : undefined)
}
