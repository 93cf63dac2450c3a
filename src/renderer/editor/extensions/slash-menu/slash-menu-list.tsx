import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditorAction } from '../../actions/editor-action'
import type { CompletionListProps } from '../../completion/completion-view'
import { readableShortcut } from '../../readable-shortcut'

/** The element id of the list; only one is open at a time. */
export const slashMenuId = 'slash-menu'

/** The element id of an option. */
export function slashOptionId(index: number): string {
  return `${slashMenuId}-${index}`
}

/** What can be inserted, with what one types for it in Markdown. The focus stays in the editor. */
export function SlashMenuList({ items, active, onChoose, onPoint }: CompletionListProps<EditorAction>) {
  const { t } = useTranslation()
  const activeRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    activeRef.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div aria-label={t('editor.slash.label')} className="slash-menu" id={slashMenuId} role="listbox">
      {items.map((action, index) => {
        const { icon: Icon, id, markdown, shortcut } = action
        return (
          <div
            aria-selected={index === active}
            className="slash-option"
            id={slashOptionId(index)}
            key={id}
            onClick={() => onChoose(action)}
            onMouseDown={event => event.preventDefault()}
            onMouseMove={() => onPoint(index)}
            ref={index === active ? activeRef : undefined}
            role="option"
          >
            <Icon aria-hidden size={16} strokeWidth={1.75} />
            <span className="slash-label">{t(`editor.action.${id}`)}</span>
            <span className="slash-hint">
              {markdown ?? (shortcut === undefined ? '' : readableShortcut(shortcut))}
            </span>
          </div>
        )
      })}
      {items.length === 0 && <div className="slash-message">{t('editor.slash.none')}</div>}
    </div>
  )
}
