import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface SearchMemory {
  /** Searches that led somewhere, the newest first. */
  readonly history: readonly string[]
  /** Searches that the user keeps. */
  readonly saved: readonly string[]
  /** Whether results have to have every word. */
  readonly matchesAll: boolean
}

const longestHistory = 20

/** What is remembered of searches in this browser or app. */
export const useSearchMemory = create<SearchMemory>()(
  persist((): SearchMemory => ({ history: [], saved: [], matchesAll: false }), {
    name: 'answerbook.search',
    version: 1,
  }),
)

/** A search has led somewhere. */
export function rememberSearch(text: string): void {
  const wanted = text.trim()
  useSearchMemory.setState(({ history }) => ({
    history: [wanted, ...history.filter(each => each !== wanted)].slice(0, longestHistory),
  }))
}

/** Keeps a search, or lets go of it. */
export function toggleSaved(text: string): void {
  const wanted = text.trim()
  useSearchMemory.setState(({ saved }) => ({
    saved: saved.includes(wanted) ? saved.filter(each => each !== wanted) : [...saved, wanted],
  }))
}
