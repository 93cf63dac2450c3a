import { Search } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit, SearchResult } from '../../../shared/contract/search-procedures'
import { useBackend } from '../../state/backend'
import { focusEditor } from '../../state/editor-info'
import { formatShortcut } from '../../state/commands'
import { goTo } from '../../state/place'
import { useNotes } from '../../state/queries'
import styles from './search-box.module.css'
import { SearchResults } from './search-results'

/** The search over questions and notes: results while typing, by keyboard from first to last. */
export function SearchBox() {
  const { t } = useTranslation()
  const { platform } = useBackend()
  const answers = new Map((useNotes().data ?? []).map(note => [note.path, note.answers]))
  const [text, setText] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { result, isFailed } = useSearch(isOpen ? text : '')
  const input = useRef<HTMLInputElement>(null)
  const hits = result?.hits ?? []

  const close = (): void => {
    setIsOpen(false)
    input.current?.blur()
  }
  const open = (hit: SearchHit): void => {
    setIsOpen(false)
    input.current?.blur()
    focusEditor({ whenOpen: true })
    openHit(hit, answers.get(hit.path)?.[0])
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextActive(event.key, active, hits.length)
    if (next !== undefined) {
      event.preventDefault()
      setActive(next)
    } else if (event.key === 'Enter') {
      const hit = hits[active]
      if (hit !== undefined) open(hit)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (text !== '') setText('')
      else {
        close()
        focusEditor()
      }
    }
  }
  return (
    <div
      className={styles.box}
      onKeyDown={onKeyDown}
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && setIsOpen(false)}
    >
      <Search size={15} className={styles.icon} />
      <input
        ref={input}
        id="search"
        type="search"
        className={styles.input}
        aria-label={t('search.label')}
        aria-controls={isOpen && text.trim() !== '' ? 'search-results' : undefined}
        aria-activedescendant={isOpen && hits[active] !== undefined ? `search-hit-${active}` : undefined}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={() => setIsOpen(true)}
        onChange={event => {
          setText(event.target.value)
          setActive(0)
          setIsOpen(true)
        }}
      />
      {text === '' && <kbd className={styles.shortcut}>{formatShortcut('Mod+K', platform)}</kbd>}
      {isOpen && text.trim() !== '' && (
        <SearchResults
          result={result}
          isFailed={isFailed}
          active={active}
          onOpen={open}
          onHover={setActive}
        />
      )}
    </div>
  )
}

/** Results for the newest text; older answers that come late are passed over, and the last ones stay meanwhile. */
function useSearch(text: string): { result: SearchResult | undefined; isFailed: boolean } {
  const { client, on } = useBackend()
  const [state, setState] = useState<{ result: SearchResult | undefined; isFailed: boolean }>(noSearch)
  const [round, setRound] = useState(0)
  const isEmpty = text.trim() === ''
  useEffect(() => on('notes.changed', () => setRound(value => value + 1)), [on])
  useEffect(() => {
    if (isEmpty) return
    let isCurrent = true
    client['search.query']({ text, limit: 50 }).then(
      result => isCurrent && setState({ result, isFailed: false }),
      () => isCurrent && setState({ result: undefined, isFailed: true }),
    )
    return () => {
      isCurrent = false
    }
  }, [client, text, isEmpty, round])
  return isEmpty ? noSearch : state
}

const noSearch = { result: undefined, isFailed: false }

/** A note that answers a question opens under it. */
function openHit(hit: SearchHit, questionId: string | undefined): void {
  if (hit.kind === 'question') goTo({ kind: 'question', id: hit.id })
  else if (questionId === undefined) goTo({ kind: 'note', path: hit.path })
  else goTo({ kind: 'question', id: questionId, notePath: hit.path })
}

function nextActive(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, active + 1)
    case 'ArrowUp':
      return Math.max(0, active - 1)
    case 'PageDown':
      return Math.min(count - 1, active + 8)
    case 'PageUp':
      return Math.max(0, active - 8)
    default:
      return undefined
  }
}
