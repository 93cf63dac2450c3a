import type { Editor } from '@tiptap/core'
import { ReactRenderer, useEditorState } from '@tiptap/react'
import { ExternalLink, Replace, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { formatImageText, type ImageText } from '../../../../shared/domain/markdown/image-text'
import { floatBeside } from '../../float-beside'
import { PopoverButton } from '../../popover-button'
import { chooseFiles } from './choose-files'
import { useTranslation } from '../../../ui/use-translation'

const narrowest = 24
const widest = 9999
const stepPx = 10
const largeStepPx = 50

/** What the popover of an image can do with it. */
export interface ImageActions {
  readonly editor: Editor
  readonly read: () => ImageText
  /** In CSS pixels; undefined while there is no image to be seen. */
  readonly shownWidth: () => number | undefined
  readonly change: (text: ImageText) => void
  readonly open: () => void
  readonly replace: (file: File) => Promise<void>
  readonly remove: () => void
}

/** Shows the popover under an image until the returned function is called. */
export function openImagePopover(anchor: HTMLElement, actions: ImageActions): () => void {
  const { editor } = actions
  const renderer = new ReactRenderer(ImagePopover, { editor, props: { actions } })
  const { element } = renderer
  element.className = 'editor-popover image-popover'
  editor.view.dom.parentElement?.append(element)
  const stopFloating = floatBeside(anchor, element)
  return () => {
    stopFloating()
    if (element.contains(document.activeElement)) editor.view.focus()
    renderer.destroy()
    element.remove()
  }
}

function ImagePopover({ actions }: { readonly actions: ImageActions }) {
  const { t } = useTranslation()
  const id = useId()
  const image = useEditorState({ editor: actions.editor, selector: actions.read })
  const [typed, setTyped] = useState(image.description)
  // White space at its end isn't part of the note, but of what is being typed.
  const isTyped = formatImageText({ ...image, description: typed }) === formatImageText(image)

  function describe(value: string): void {
    setTyped(value)
    actions.change({ ...actions.read(), description: value })
  }

  function resize(value: string): void {
    const width = Number(value)
    if (value !== '' && !(width >= 1 && width <= widest)) return
    actions.change({ ...actions.read(), width: value === '' ? undefined : width, height: undefined })
  }

  function stepWidth(event: KeyboardEvent): void {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0) return
    event.preventDefault()
    const from = actions.read().width ?? actions.shownWidth()
    if (from === undefined) return
    const next = Math.round(from) + direction * (event.shiftKey ? largeStepPx : stepPx)
    resize(String(Math.min(widest, Math.max(narrowest, next))))
  }

  return (
    <div
      aria-label={t('editor.image.popover')}
      className="popover-form"
      onKeyDown={event => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return
        if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return
        event.preventDefault()
        leaveImage(actions.editor)
      }}
      role="group"
    >
      <label htmlFor={`${id}-text`}>{t('editor.image.description')}</label>
      <input
        autoComplete="off"
        data-first
        id={`${id}-text`}
        onChange={event => describe(event.target.value)}
        placeholder={t('editor.image.descriptionHint')}
        type="text"
        value={isTyped ? typed : image.description}
      />
      <label htmlFor={`${id}-width`}>{t('editor.image.width')}</label>
      <input
        className="popover-number"
        id={`${id}-width`}
        aria-valuemax={widest}
        aria-valuemin={1}
        aria-valuenow={image.width}
        inputMode="numeric"
        maxLength={4}
        onChange={event => resize(event.target.value.replace(/\D/g, ''))}
        onKeyDown={stepWidth}
        placeholder={t('editor.image.ownWidth')}
        role="spinbutton"
        type="text"
        value={image.width ?? ''}
      />
      <ImageButtons actions={actions} />
    </div>
  )
}

/** Puts the caret behind the image: while it is selected the next letter would replace it. */
function leaveImage({ commands, state, view }: Editor): void {
  commands.setTextSelection(state.selection.to)
  view.focus()
}

function ImageButtons({ actions }: { readonly actions: ImageActions }) {
  const { t } = useTranslation()
  const replace = (): void => chooseFiles('image', ([file]) => file && void actions.replace(file))
  return (
    <div className="popover-buttons">
      <PopoverButton label={t('editor.image.open')} onPress={actions.open}>
        <ExternalLink aria-hidden size={15} />
      </PopoverButton>
      <PopoverButton label={t('editor.image.replace')} onPress={replace}>
        <Replace aria-hidden size={15} />
      </PopoverButton>
      <PopoverButton label={t('editor.image.remove')} onPress={actions.remove}>
        <Trash2 aria-hidden size={15} />
      </PopoverButton>
    </div>
  )
}
