import type { TFunction } from 'i18next'
import type { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { createSourceView } from './source-view'
import type { ViewSync } from './view-sync'
import { useTranslation } from '../../ui/use-translation'

interface SourcePaneProps {
  /** Makes the view. */
  readonly create: typeof createSourceView
  readonly editor: Editor
  readonly sync: ViewSync
  /** Accessible name of the text box. */
  readonly label: string
  readonly isEditable: boolean
}

/** The note's Markdown beside the rich text or in its place. It takes the focus that the rich text had. */
export function SourcePane({ create, editor, sync, label, isEditable }: SourcePaneProps) {
  const { t } = useTranslation()
  const host = useRef<HTMLDivElement>(null)
  /** Another note's source takes only the focus that the one before had. */
  const takesFocus = useRef(true)
  // Before the page is changed: afterwards it could not be seen whether the source had the focus.
  useLayoutEffect(() => {
    const element = host.current
    if (element === null) return
    const opened = create({
      parent: element.shadowRoot ?? element.attachShadow({ mode: 'open' }),
      body: sync.body(),
      label,
      isEditable: editor.isEditable,
      phrases: sourcePhrases(t),
      onEdit: () => sync.sourceEdited(),
      onMove: () => sync.moved('source'),
      onFocus: () => sync.focused('source'),
      onTravel: direction => sync.travel(direction),
    })
    sync.open(opened)
    if (takesFocus.current) opened.focus()
    return () => {
      const hadFocus = opened.hasFocus()
      takesFocus.current = hadFocus
      sync.close()
      opened.destroy()
      // Once it is known whether another note's source comes in its place.
      const isLast = (): boolean => !element.isConnected && editor.view.dom.isConnected
      if (hadFocus) queueMicrotask(() => !editor.isDestroyed && isLast() && editor.view.focus())
    }
    // The view lives as long as the pane; what can change meanwhile is set below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [create, editor, sync, label])
  useEffect(() => sync.view?.setEditable(isEditable), [sync, isEditable])
  return <div className="note-source" ref={host} />
}

/** CodeMirror's own words, by the English ones. */
function sourcePhrases(t: TFunction): Record<string, string> {
  return {
    Find: t('editor.find.text'),
    Replace: t('editor.find.replacement'),
    next: t('editor.find.next'),
    previous: t('editor.find.previous'),
    all: t('editor.find.all'),
    'match case': t('editor.find.isCaseSensitive'),
    'by word': t('editor.find.isWholeWord'),
    regexp: t('editor.find.isRegex'),
    replace: t('editor.find.replaceOne'),
    'replace all': t('editor.find.replaceAll'),
    close: t('editor.find.close'),
  }
}
