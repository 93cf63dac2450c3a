import { FileText, MessageCircleQuestion } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit, SearchResult } from '../../../shared/contract/search-procedures'
import { HighlightedText } from '../../ui/highlighted-text'
import styles from './search-box.module.css'

export interface SearchResultsProps {
  readonly result: SearchResult | undefined
  readonly isFailed: boolean
  readonly active: number
  readonly onOpen: (hit: SearchHit) => void
  readonly onHover: (index: number) => void
}

/** What was found, best first, below the search box. */
export function SearchResults({ result, isFailed, active, onOpen, onHover }: SearchResultsProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div className={styles.results} onMouseDown={event => event.preventDefault()}>
      <ul
        ref={list}
        id="search-results"
        tabIndex={0}
        className={styles.list}
        aria-label={t('search.results')}
      >
        {(result?.hits ?? []).map((hit, index) => (
          <li key={`${hit.kind} ${hit.id}`} id={`search-hit-${index}`}>
            <button
              type="button"
              tabIndex={-1}
              className={styles.hit}
              aria-current={index === active}
              onMouseMove={() => onHover(index)}
              onClick={() => onOpen(hit)}
            >
              {hit.kind === 'question' ? (
                <MessageCircleQuestion size={15} aria-label={t('search.question')} />
              ) : (
                <FileText size={15} aria-label={t('search.note')} />
              )}
              <span className={styles.words}>
                <span className={styles.title}>
                  <HighlightedText text={hit.title} ranges={hit.titleHighlights} />
                </span>
                {hit.snippet !== '' && (
                  <span className={styles.snippet}>
                    <HighlightedText text={hit.snippet} ranges={hit.highlights} />
                  </span>
                )}
                {hit.section !== '' && <span className={styles.section}>{hit.section}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.footer} role="status">
        {footerText()}
      </p>
    </div>
  )

  function footerText(): string {
    if (isFailed) return t('search.failed')
    if (result === undefined) return ''
    const found = result.total === 0 ? t('search.nothing') : t('search.found', { count: result.total })
    const indexing =
      result.indexed < result.indexable
        ? ` · ${t('search.indexing', { indexed: result.indexed, indexable: result.indexable })}`
        : ''
    return found + indexing
  }
}
