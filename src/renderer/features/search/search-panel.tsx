import { Bookmark, BookmarkCheck, X } from 'lucide-react'
import type { SearchResult } from '../../../shared/contract/search-procedures'
import { lexSearchQuery } from '../../../shared/domain/search-query/lex-search-query'
import { useNotes, usePlacedQuestions } from '../../state/queries'
import { filterChips, suggestValues } from './edit-query'
import styles from './search-box.module.css'
import { toggleSaved, useSearchMemory } from './search-store'
import { useTranslation } from '../../ui/use-translation'

export interface SearchBarProps {
  readonly text: string
  readonly onText: (text: string) => void
}

/** Below the box: the filters of the query, values for the one that is being typed, and how to search. */
export function SearchBar({ text, onText }: SearchBarProps) {
  const { t } = useTranslation()
  const { saved, matchesAll } = useSearchMemory()
  const suggestions = useValueSuggestions(text)
  const isSaved = saved.includes(text.trim())
  return (
    <div className={styles.bar}>
      {filterChips(text).map(({ label, rest }) => (
        <button
          key={label}
          type="button"
          className={styles.chip}
          aria-label={t('search.removeFilter', { filter: label })}
          onClick={() => onText(rest)}
        >
          {label}
          <X size={12} />
        </button>
      ))}
      {suggestions.map(({ value, query }) => (
        <button key={value} type="button" className={styles.suggestion} onClick={() => onText(query)}>
          {value}
        </button>
      ))}
      <span className={styles.space} />
      <button
        type="button"
        className={styles.switch}
        aria-pressed={matchesAll}
        onClick={() => useSearchMemory.setState({ matchesAll: !matchesAll })}
      >
        {t('search.matchAll')}
      </button>
      <button
        type="button"
        className={styles.switch}
        aria-pressed={isSaved}
        aria-label={t('search.save')}
        title={t('search.save')}
        onClick={() => toggleSaved(text)}
      >
        {isSaved ? <BookmarkCheck size={14} /> : <Bookmark size={14} />}
      </button>
    </div>
  )
}

/** Values for the filter that is being typed. */
export function useValueSuggestions(text: string): ReturnType<typeof suggestValues> {
  const notes = useNotes().data ?? []
  const { all } = usePlacedQuestions()
  return suggestValues(text, {
    tag: [...new Set(notes.flatMap(note => note.tags))].sort(),
    section: [...new Set(all.map(placed => placed.section.title))],
  })
}

/** How much was found, what was taken instead, and what was not understood. */
export function SearchFooter({
  result,
  isFailed,
}: {
  readonly result: SearchResult | undefined
  readonly isFailed: boolean
}) {
  const { t } = useTranslation()
  const isSearching = result !== undefined && result.searched < result.indexed
  const openPhrase =
    result?.total === 0
      ? lexSearchQuery(result.query).find(({ kind, isOpen }) => kind === 'phrase' && isOpen)
      : undefined
  return (
    // What is still coming in is told once it is all there.
    <div className={styles.footer} role="status" aria-busy={isSearching}>
      {result?.corrections.map(({ word, instead }) => (
        <p key={word}>{t('search.corrected', { word, instead: instead.slice(0, 3).join(', ') })}</p>
      ))}
      {result?.problems.map(({ code, text, start }) => (
        <p key={`${code} ${start}`} className={styles.problem}>
          {t(`search.problem.${code}`, { text })}
        </p>
      ))}
      {openPhrase !== undefined && <p>{t('search.openPhrase', { text: openPhrase.text })}</p>}
      <p>{countText()}</p>
    </div>
  )

  function countText(): string {
    if (isFailed) return t('search.failed')
    if (result === undefined) return ''
    const found = result.total === 0 ? t('search.nothing') : t('search.found', { count: result.total })
    const parts = [
      isSearching && result.total === 0 ? '' : found,
      isSearching ? t('search.searching', { searched: result.searched, indexed: result.indexed }) : '',
      result.indexed < result.indexable
        ? t('search.indexing', { indexed: result.indexed, indexable: result.indexable })
        : '',
    ]
    return parts.filter(part => part !== '').join(' · ')
  }
}
