import type { Editor } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ReactRenderer } from '@tiptap/react'
import { useState } from 'react'
import { calloutIconPath } from '../../../../shared/domain/markdown/callout-icons'
import { calloutTypes } from '../../../../shared/domain/markdown/callout-types'
import { Menu, type MenuItem } from '../../../ui/menu'
import { withFold, withoutMarker, withType } from './change-callout'
import type { Callout } from './find-callouts'
import { useTranslation } from '../../../ui/use-translation'

export interface CalloutMenuOptions {
  readonly editor: Editor
  readonly callout: Callout
}

/** Opens the menu of a callout's types under its icon. */
export function openCalloutMenu(anchor: HTMLElement, options: CalloutMenuOptions): void {
  const { editor } = options
  const renderer = new ReactRenderer(CalloutMenu, {
    editor,
    props: { ...options, onClosed: () => renderer.destroy() },
  })
  const { element } = renderer
  const { x, y, width, height } = anchor.getBoundingClientRect()
  Object.assign(element.style, {
    position: 'fixed',
    insetInlineStart: `${x}px`,
    insetBlockStart: `${y}px`,
    inlineSize: `${width}px`,
    blockSize: `${height}px`,
    pointerEvents: 'none',
  })
  editor.view.dom.parentElement?.append(element)
}

interface CalloutMenuProps extends CalloutMenuOptions {
  readonly onClosed: () => void
}

function CalloutMenu({ editor, callout, onClosed }: CalloutMenuProps) {
  const [isOpen, setIsOpen] = useState(true)
  const close = () => {
    editor.view.focus()
    onClosed()
  }
  return (
    <Menu
      groups={useMenu(editor, callout)}
      isOpen={isOpen}
      onClosed={close}
      onOpenChange={setIsOpen}
      trigger={<span aria-hidden className="block-handle-anchor" />}
    />
  )
}

const folds = ['none', 'open', 'folded'] as const

function useMenu(editor: Editor, callout: Callout): MenuItem[][] {
  const { t } = useTranslation()
  const change = (write: (state: EditorState) => Transaction) => () =>
    editor.view.dispatch(write(editor.state))
  return [
    calloutTypes.map(type => ({
      id: type,
      label: t(`editor.callout.type.${type}`),
      icon: <TypeIcon path={calloutIconPath(type)} />,
      isChecked: callout.type === type,
      onSelect: change(state => withType(state, callout, type)),
    })),
    folds.map(fold => ({
      id: fold,
      label: t(`editor.callout.folds.${fold}`),
      isChecked: callout.fold === fold,
      onSelect: change(state => withFold(state, callout, fold)),
    })),
    [
      {
        id: 'plain',
        label: t('editor.callout.plain'),
        onSelect: change(({ tr }) => withoutMarker(tr, callout)),
      },
    ],
  ]
}

function TypeIcon({ path }: { readonly path: string }) {
  return (
    <svg aria-hidden className="line-icon" viewBox="0 0 24 24">
      <path d={path} />
    </svg>
  )
}
