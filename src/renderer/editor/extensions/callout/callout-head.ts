import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import type { EditorContext } from '../../editor-context'
import { calloutIcon, foldIcon } from './callout-icon'
import { openCalloutMenu } from './callout-menu'
import { type Callout, readCallout } from './find-callouts'

export interface CalloutHeadOptions {
  readonly editor: Editor
  readonly context: EditorContext
  readonly callout: Callout
  readonly isFolded: boolean
  readonly onFold: (view: EditorView, callout: Callout) => void
}

/** What stands before a callout's title: its icon, which opens the menu of types, and the button that folds it. */
export function calloutHead(
  options: CalloutHeadOptions,
): (view: EditorView, position: () => number | undefined) => HTMLElement {
  return (view, position) => {
    const head = document.createElement('span')
    head.className = 'callout-head'
    head.contentEditable = 'false'
    head.dataset['decoration'] = ''
    head.append(typeButton(options, () => calloutAround(view, position())))
    if (options.callout.fold !== 'none') {
      head.append(foldButton(options, view, () => calloutAround(view, position())))
    }
    return head
  }
}

/** The name of a callout's type in the user's language; one that nobody knows is named as it is written. */
export function calloutName({ name, type }: Callout, { translate }: EditorContext): string {
  if (type !== undefined) return translate(`editor.callout.type.${type}`)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function calloutAround({ state }: EditorView, position: number | undefined): Callout | undefined {
  if (position === undefined) return undefined
  const $position = state.doc.resolve(position)
  const depth = $position.depth - 1
  return depth < 1 ? undefined : readCallout($position.node(depth), $position.before(depth))
}

function typeButton(
  { editor, context, callout }: CalloutHeadOptions,
  current: () => Callout | undefined,
): HTMLElement {
  const name = calloutName(callout, context)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'callout-type'
  button.ariaLabel = context.translate('editor.callout.change', { title: name })
  button.title = button.ariaLabel
  button.ariaHasPopup = 'menu'
  button.disabled = !editor.isEditable
  button.append(calloutIcon(callout.type))
  button.addEventListener('mousedown', event => event.preventDefault())
  button.addEventListener('click', () => {
    const now = current()
    if (now !== undefined) openCalloutMenu(button, { editor, callout: now })
  })
  return button
}

function foldButton(
  { context, callout, isFolded, onFold }: CalloutHeadOptions,
  view: EditorView,
  current: () => Callout | undefined,
): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'callout-fold'
  button.ariaExpanded = String(!isFolded)
  button.ariaLabel = context.translate('editor.callout.fold', { title: calloutName(callout, context) })
  button.append(foldIcon())
  button.addEventListener('mousedown', event => event.preventDefault())
  button.addEventListener('click', event => {
    const now = current()
    if (now === undefined) return
    onFold(view, now)
    // The button is made anew; a key press goes on with it.
    const quote = event.detail === 0 ? view.nodeDOM(now.from) : null
    if (quote instanceof HTMLElement) quote.querySelector<HTMLElement>('.callout-fold')?.focus()
  })
  return button
}
