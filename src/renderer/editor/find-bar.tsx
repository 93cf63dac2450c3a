import type { Editor } from '@tiptap/core'
import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { compileFinder, type FindQuery } from '../../shared/domain/find/compile-finder'
import {
  findStateOf,
  goToMatch,
  replaceAllMatches,
  replaceMatch,
  setFinder,
  showCurrentMatch,
} from './extensions/find-in-note/find-in-note'
import { ToolbarButton } from './toolbar-button'
import { useSettledEditorState } from './use-settled-editor-state'
import { useTranslation } from '../ui/use-translation'

interface FindBarProps {
  readonly editor: Editor
  readonly hasReplace: boolean
  readonly onReplace: (hasReplace: boolean) => void
  readonly onClose: () => void
}

const noOptions = { isRegex: false, isCaseSensitive: false, isWholeWord: false } as const
const toggles = [
  { id: 'isCaseSensitive', icon: CaseSensitive },
  { id: 'isWholeWord', icon: WholeWord },
  { id: 'isRegex', icon: Regex },
] as const

/** Find and replace in the open note. Mount it with a new key to ask anew. */
export function FindBar({ editor, hasReplace, onReplace, onClose }: FindBarProps) {
  const { t } = useTranslation()
  const [query, setQuery] = useState<FindQuery>(() => ({ text: selectedText(editor), ...noOptions }))
  const [message, setMessage] = useState('')
  const problem = useFinder(editor, query)
  const { count, current, isTooSlow } = useSettledEditorState(editor, ({ state }) => {
    const found = findStateOf(state)
    return { count: found.matches.length, current: found.current, isTooSlow: found.isTooSlow }
  })
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.select()
  }, [])

  function close(): void {
    showCurrentMatch(editor)
    setFinder(editor, undefined)
    onClose()
    editor.view.focus()
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault()
      goToMatch(editor, event.shiftKey ? -1 : 1)
    }
  }

  return (
    <div aria-label={t('editor.find.label')} className="find-bar" onKeyDown={handleKey} role="search">
      <div className="find-row">
        <input
          aria-invalid={problem !== undefined}
          aria-label={t('editor.find.text')}
          autoFocus
          onChange={event => {
            setMessage('')
            setQuery({ ...query, text: event.target.value })
          }}
          placeholder={t('editor.find.text')}
          ref={field}
          spellCheck={false}
          value={query.text}
        />
        {toggles.map(({ id, icon }) => (
          <ToolbarButton
            icon={icon}
            isPressed={query[id]}
            key={id}
            label={t(`editor.find.${id}`)}
            onPress={() => setQuery({ ...query, [id]: !query[id] })}
          />
        ))}
        <span aria-live="polite" className={problem === undefined ? 'find-count' : 'find-count is-wrong'}>
          {problem === undefined ? message || countText() : t('editor.find.problem', { text: problem })}
        </span>
        <ToolbarButton
          icon={ChevronUp}
          isDisabled={count === 0}
          label={t('editor.find.previous')}
          onPress={() => goToMatch(editor, -1)}
          shortcut="Shift-Enter"
        />
        <ToolbarButton
          icon={ChevronDown}
          isDisabled={count === 0}
          label={t('editor.find.next')}
          onPress={() => goToMatch(editor, 1)}
          shortcut="Enter"
        />
        {editor.isEditable && (
          <button
            aria-expanded={hasReplace}
            className="address-button"
            onClick={() => onReplace(!hasReplace)}
            type="button"
          >
            {t('editor.find.replace')}
          </button>
        )}
        <ToolbarButton icon={X} label={t('editor.find.close')} onPress={close} shortcut="Escape" />
      </div>
      {hasReplace && editor.isEditable && (
        <ReplaceRow
          isEnabled={count > 0}
          onReplace={replacement => replaceMatch(editor, replacement, query)}
          onReplaceAll={replacement => {
            const { left, replaced } = replaceAllMatches(editor, replacement, query)
            const words = t('editor.find.replaced', { count: replaced })
            setMessage(left === 0 ? words : `${words} ${t('editor.find.left', { count: left })}`)
          }}
        />
      )}
    </div>
  )

  function countText(): string {
    if (query.text === '') return ''
    if (isTooSlow) return t('editor.find.tooSlow')
    if (count === 0) return t('editor.find.none')
    return t('editor.find.count', { current: current + 1, total: count })
  }
}

interface ReplaceRowProps {
  readonly isEnabled: boolean
  readonly onReplace: (replacement: string) => void
  readonly onReplaceAll: (replacement: string) => void
}

function ReplaceRow({ isEnabled, onReplace, onReplaceAll }: ReplaceRowProps) {
  const { t } = useTranslation()
  const [replacement, setReplacement] = useState('')
  return (
    <form
      className="find-row"
      onSubmit={event => {
        event.preventDefault()
        onReplace(replacement)
      }}
    >
      <input
        aria-label={t('editor.find.replacement')}
        onChange={event => setReplacement(event.target.value)}
        placeholder={t('editor.find.replacement')}
        spellCheck={false}
        value={replacement}
      />
      <button className="address-button" disabled={!isEnabled} type="submit">
        {t('editor.find.replaceOne')}
      </button>
      <button
        className="address-button"
        disabled={!isEnabled}
        onClick={() => onReplaceAll(replacement)}
        type="button"
      >
        {t('editor.find.replaceAll')}
      </button>
    </form>
  )
}

/** Looks for the query; returns what is wrong with it, if anything. */
function useFinder(editor: Editor, query: FindQuery): string | undefined {
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    void compileFinder(query).then(compiled => {
      if (!isCurrent || editor.isDestroyed) return
      setProblem(compiled.kind === 'problem' ? compiled.text : undefined)
      setFinder(editor, compiled.kind === 'finder' ? compiled.find : undefined)
    })
    return () => {
      isCurrent = false
    }
  }, [editor, query])
  return problem
}

/** What is selected, if it is a few words of one line. */
function selectedText({ state }: Editor): string {
  const { from, to } = state.selection
  const text = state.doc.textBetween(from, to, '\n')
  return text.length <= 200 && !text.includes('\n') ? text : ''
}
