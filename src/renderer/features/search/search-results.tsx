import { ChevronDown, FileText, MessageCircleQuestion } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { SearchHit, SearchResult } from '../../../shared/contract/search-procedures'
import { HighlightedTitle } from '../../editor/highlighted-title'
import { InlineMarkdown } from '../../editor/inline-markdown'
import { useListName, usePlacedQuestions } from '../../state/queries'
import { HighlightedText } from '../../ui/highlighted-text'
import type { HitGroup } from './group-hits'
import styles from './search-box.module.css'
import type { SearchRow } from './search-rows'
import { useTranslation } from '../../ui/use-translation'

export interface SearchResultsProps {
  readonly result: SearchResult | undefined
  readonly groups: readonly HitGroup[]
  readonly rows: readonly SearchRow[]
  readonly active: number
  readonly onOpen: (row: SearchRow) => void
  readonly onMore: (hit: SearchHit) => void
  readonly onHover: (index: number) => void
}

/** What was found, best first, by question; below a note its other places when they were asked for. */
export function SearchResults({ result, groups, rows, active, onOpen, onMore, onHover }: SearchResultsProps) {
  const { t } = useTranslation()
  const { byId } = usePlacedQuestions()
  const listName = useListName()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const marksSome = new Set(result?.hits.map(hit => hit.hasAllWords)).size > 1
  return (
    <ul ref={list} id="search-results" tabIndex={0} className={styles.list} aria-label={t('search.results')}>
      {groups.flatMap(group => {
        const placed = group.questionId === undefined ? undefined : byId.get(group.questionId)
        const isUnderQuestion = placed !== undefined && group.hits[0]?.kind === 'note'
        const heading = isUnderQuestion && (
          <li key={`${group.key} heading`} role="presentation" className={styles.group}>
            {listName(placed.list.id)} {placed.section.number}.{placed.item.number}{' '}
            <InlineMarkdown text={placed.item.text} />
          </li>
        )
        return [
          heading,
          ...rows.map((row, index) =>
            group.hits.includes(row.hit) ? (
              <li
                key={row.key}
                id={`search-hit-${index}`}
                className={row.hit.kind === 'note' && placed !== undefined ? styles.nested : undefined}
              >
                {row.kind === 'hit' ? (
                  <Hit
                    hit={row.hit}
                    markdown={row.hit.kind === 'question' ? placed?.item.text : undefined}
                    isActive={index === active}
                    marksSome={marksSome}
                    onOpen={() => onOpen(row)}
                    onMore={() => onMore(row.hit)}
                    onHover={() => onHover(index)}
                  />
                ) : (
                  <button
                    type="button"
                    tabIndex={-1}
                    className={styles.place}
                    aria-current={index === active}
                    onMouseMove={() => onHover(index)}
                    onClick={() => onOpen(row)}
                  >
                    <HighlightedText text={row.snippet.text} ranges={row.snippet.highlights} />
                  </button>
                )}
              </li>
            ) : null,
          ),
        ]
      })}
    </ul>
  )
}

function Hit({
  hit,
  markdown,
  isActive,
  marksSome,
  onOpen,
  onMore,
  onHover,
}: {
  readonly hit: SearchHit
  /** What its title was made of, where it is known. */
  readonly markdown: string | undefined
  readonly isActive: boolean
  /** Whether it is said of a hit that it lacks words: not where all do. */
  readonly marksSome: boolean
  readonly onOpen: () => void
  readonly onMore: () => void
  readonly onHover: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.row} data-active={isActive} onMouseMove={onHover}>
      <button type="button" tabIndex={-1} className={styles.hit} aria-current={isActive} onClick={onOpen}>
        {hit.kind === 'question' ? (
          <MessageCircleQuestion size={15} aria-label={t('search.question')} />
        ) : (
          <FileText size={15} aria-label={t('search.note')} />
        )}
        <span className={styles.words}>
          <span className={styles.title}>
            <HighlightedTitle title={hit.title} ranges={hit.titleHighlights} markdown={markdown} />
          </span>
          {hit.snippet !== '' && (
            <span className={styles.snippet}>
              <HighlightedText text={hit.snippet} ranges={hit.highlights} />
            </span>
          )}
          <span className={styles.section}>
            {[
              hit.section,
              marksSome && !hit.hasAllWords ? t('search.someWordsHit') : '',
              hit.isCut ? t('search.cut') : '',
            ]
              .filter(part => part !== '')
              .join(' · ')}
          </span>
        </span>
      </button>
      {hit.kind === 'note' && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.more}
          aria-label={t('search.more', { title: hit.title })}
          title={t('search.moreHint')}
          onClick={onMore}
        >
          <ChevronDown size={14} />
        </button>
      )}
    </div>
  )
}
