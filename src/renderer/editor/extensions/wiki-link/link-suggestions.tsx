import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompletionListProps } from '../../completion/completion-view'
import type { LinkOption } from './link-options'

/** The element id of the list; only one is open at a time. */
export const linkSuggestionsId = 'link-suggestions'

/** The element id of an option. */
export function linkSuggestionId(index: number): string {
  return `${linkSuggestionsId}-${index}`
}

/** What can be linked to, for the text after `[[`. The focus stays in the editor. */
export function LinkSuggestions(props: CompletionListProps<LinkOption>) {
  const { t } = useTranslation()
  const { active, items: suggestions } = props
  const activeRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    activeRef.current?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <div
      aria-label={t('editor.suggestions.label')}
      className="link-suggestions"
      id={linkSuggestionsId}
      role="listbox"
    >
      {suggestions.map((suggestion, index) => (
        <div
          aria-selected={index === active}
          className="link-suggestion"
          id={linkSuggestionId(index)}
          key={`${suggestion.kind} ${suggestion.id}`}
          onClick={() => props.onChoose(suggestion)}
          onMouseDown={event => event.preventDefault()}
          onMouseMove={() => props.onPoint(index)}
          ref={index === active ? activeRef : undefined}
          role="option"
        >
          <span className="link-suggestion-title">
            {suggestion.kind === 'create'
              ? t('editor.suggestions.create', { title: suggestion.title })
              : suggestion.title}
          </span>
          <span className="link-suggestion-detail">{suggestion.detail}</span>
        </div>
      ))}
      {suggestions.length === 0 && (
        <div className="link-suggestions-message">
          {t(props.isLoading ? 'editor.suggestions.loading' : 'editor.suggestions.none')}
        </div>
      )}
    </div>
  )
}
