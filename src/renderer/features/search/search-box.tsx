import { Search } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { SearchHit } from '../../../shared/contract/search-procedures'
import { formatShortcut } from '../../state/commands'
import { useBackend } from '../../state/backend'
import { focusEditor } from '../../state/editor-info'
import { goTo, type Place } from '../../state/place'
import { keepTyping, takeTyped } from '../../state/typed-ahead'
import { useSearchText } from '../../state/search-text'
import { groupHits } from './group-hits'
import styles from './search-box.module.css'
import { SearchHelp } from './search-help'
import { SearchBar, SearchFooter, useValueSuggestions } from './search-panel'
import { SearchResults } from './search-results'
import { rowsOf, type SearchRow } from './search-rows'
import { rememberSearch, useSearchMemory } from './search-store'
import { useMorePlaces } from './use-more-places'
import { useSearch } from './use-search'
import { useWhenSettled } from '../../ui/use-when-settled'
import { useTranslation } from '../../ui/use-translation'

const pageRows = 8

/** The search over questions and notes: results while typing, by keyboard from first to last. */
export function SearchBox() {
  const { t } = useTranslation()
  const { platform } = useBackend()
  const text = useSearchText(state => state.text)
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { places, togglePlaces, clearPlaces } = useMorePlaces(text)
  const { result, isFailed, isSettled } = useSearch(
    isOpen ? text : '',
    useSearchMemory(memory => memory.matchesAll),
  )
  const [suggestion] = useValueSuggestions(text)
  const input = useRef<HTMLInputElement>(null)
  const groups = groupHits(result?.hits ?? [])
  const rows = rowsOf(groups, places)
  const isEmpty = text.trim() === ''

  const leave = (): void => {
    setIsOpen(false)
    input.current?.blur()
  }
  const open = (row: SearchRow | undefined, staysOpen: boolean): void => {
    if (row === undefined) return goOnTyping()
    rememberSearch(text)
    if (!staysOpen) {
      leave()
      focusEditor({ whenOpen: true })
    }
    openRow(row)
  }
  const opening = useWhenSettled(isSettled, (staysOpen: boolean) => {
    open(rows[Math.min(active, rows.length - 1)], staysOpen)
  })
  const change = (next: string): void => {
    opening.forget()
    useSearchText.setState({ text: next })
    setActive(0)
    clearPlaces()
    setIsOpen(true)
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if ((isEmpty && stepBeside(event, input.current)) || isForButton(event)) return
    const row = rows[active]
    const next = nextActive(event.key, active, rows.length)
    if (next !== undefined) {
      event.preventDefault()
      setActive(next)
    } else if (event.key === 'Tab' && !event.shiftKey && suggestion !== undefined) {
      event.preventDefault()
      change(suggestion.query)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && (row !== undefined || !isSettled)) {
      // An editor that takes the focus now would take the key too.
      event.preventDefault()
      const staysOpen = event.ctrlKey || event.metaKey
      if (!isSettled && !staysOpen) keepForNote(input.current)
      opening.ask(staysOpen)
    } else if (
      event.key === 'ArrowRight' &&
      row?.kind === 'hit' &&
      row.hit.kind === 'note' &&
      isAtEnd(input.current)
    ) {
      event.preventDefault()
      void togglePlaces(row.hit)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (text !== '') change('')
      else {
        leave()
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
        aria-controls={isOpen && !isEmpty ? 'search-results' : undefined}
        aria-activedescendant={isOpen && rows[active] !== undefined ? `search-hit-${active}` : undefined}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={() => setIsOpen(true)}
        onClick={() => setIsOpen(true)}
        onChange={event => change(event.target.value)}
      />
      {text === '' && <kbd className={styles.shortcut}>{formatShortcut('Mod+K', platform)}</kbd>}
      {isOpen && (
        <div className={styles.results} onMouseDown={event => event.preventDefault()}>
          {isEmpty ? (
            <SearchHelp onChoose={change} />
          ) : (
            <>
              <SearchBar text={text} onText={change} />
              <SearchResults
                result={result}
                groups={groups}
                rows={rows}
                active={active}
                onOpen={row => open(row, false)}
                onMore={hit => void togglePlaces(hit)}
                onHover={setActive}
              />
              <SearchFooter result={result} isFailed={isFailed} />
            </>
          )}
        </div>
      )}
    </div>
  )
}

/** In the empty box an arrow key leads from the input to the searches below it, from one to the next, and back. */
function stepBeside(event: KeyboardEvent<HTMLElement>, input: HTMLInputElement | null): boolean {
  if (input === null || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false
  const stops: HTMLElement[] = [input, ...event.currentTarget.querySelectorAll('button')]
  const index = stops.findIndex(stop => stop === event.target)
  const next = index < 0 ? undefined : stops[index + (event.key === 'ArrowDown' ? 1 : -1)]
  if (next === undefined) return false
  event.preventDefault()
  next.focus()
  return true
}

/** A button that has the focus has its keys. */
function isForButton({ target, key }: KeyboardEvent): boolean {
  return target instanceof HTMLButtonElement && key !== 'Escape'
}

function isAtEnd(input: HTMLInputElement | null): boolean {
  return (
    input !== null && input.selectionStart === input.value.length && input.selectionEnd === input.value.length
  )
}

/** A note that answers a question opens under it, at the place that was found. */
function openRow(row: SearchRow): void {
  const { hit } = row
  const { match, around } =
    row.kind === 'place'
      ? { match: row.snippet.match, around: row.snippet.text }
      : { match: hit.match, around: hit.snippet }
  goTo(placeOf(hit), match === '' || hit.kind === 'question' ? undefined : { text: { match, around } })
}

function placeOf({ kind, id, path, questions: [question] }: SearchHit): Place {
  if (kind === 'question') return { kind: 'question', id }
  return question === undefined ? { kind: 'note', path } : { kind: 'question', id: question, notePath: path }
}

function nextActive(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, active + 1)
    case 'ArrowUp':
      return Math.max(0, active - 1)
    case 'PageDown':
      return Math.min(count - 1, active + pageRows)
    case 'PageUp':
      return Math.max(0, active - pageRows)
    default:
      return undefined
  }
}

/** What is typed after Enter is for the note that opens. */
function keepForNote(field: Element | null): void {
  keepTyping({ left: field ?? undefined, onLate: goOnTyping })
}

/** Nothing was opened: what was typed meanwhile goes on with the query. */
function goOnTyping(): void {
  const typed = takeTyped().replaceAll('\n', '')
  useSearchText.setState(({ text }) => ({ text: text + typed }))
}
