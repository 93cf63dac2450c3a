import type { Editor } from '@tiptap/core'
import { ReactRenderer } from '@tiptap/react'
import { ExternalLink, Replace, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { ImageText } from '../../../../shared/domain/markdown/image-text'
import { floatBeside } from '../../float-beside'
import { PopoverButton } from '../../popover-button'
import { chooseImages } from './choose-images'
import { useTranslation } from '../../../ui/use-translation'

/** What the popover of an image can do with it. */
export interface ImageActions {
  readonly editor: Editor
  readonly read: () => ImageText & { readonly src: string }
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
  const [initial] = useState(actions.read)
  const [description, setDescription] = useState(initial.description)
  const [width, setWidth] = useState(initial.width === undefined ? '' : String(initial.width))

  function describe(value: string): void {
    setDescription(value)
    actions.change({ ...actions.read(), description: value })
  }

  function resize(value: string): void {
    setWidth(value)
    const number = Number(value)
    if (value !== '' && !(number >= 1 && number <= 9999)) return
    actions.change({ ...actions.read(), width: value === '' ? undefined : number, height: undefined })
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
        value={description}
      />
      <label htmlFor={`${id}-width`}>{t('editor.image.width')}</label>
      <input
        className="popover-number"
        id={`${id}-width`}
        inputMode="numeric"
        max={9999}
        min={1}
        onChange={event => resize(event.target.value)}
        placeholder={t('editor.image.ownWidth')}
        step={10}
        type="number"
        value={width}
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
  const replace = (): void =>
    chooseImages({ isMultiple: false }, ([file]) => file && void actions.replace(file))
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
