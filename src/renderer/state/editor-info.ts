import { create } from 'zustand'
import type { TextSize } from '../../shared/domain/markdown/text-size'
import type { NoteSession } from './note-session'
import { goTo, hasEditor, staysAt, usePlace, type Place } from './place'
import { isTypingKept, keepTyping, takeTyped } from './typed-ahead'

/** A heading of the open note. */
export interface OutlineItem {
  readonly level: number
  readonly text: string
}

/** What other panes may ask of the open editor. */
export interface OpenEditor {
  focus(): void
  scrollToHeading(index: number): void
  revealText(wanted: { readonly match: string; readonly around: string }): void
  openFind(hasReplace: boolean): void
  openLinkField(): void
  moveBlock(direction: 'up' | 'down'): void
  copy(format: 'markdown' | 'html'): void
  hasFocus(): boolean
  type(text: string): void
}

interface EditorInfo {
  readonly session: NoteSession | undefined
  readonly editor: OpenEditor | undefined
  readonly size: TextSize | undefined
  /** What of it is selected, if anything is. */
  readonly selectionSize: TextSize | undefined
  readonly outline: readonly OutlineItem[]
  /** The heading that the user is at, by its number from 0; -1 before the first. */
  readonly heading: number
}

const nothing: EditorInfo = {
  session: undefined,
  editor: undefined,
  size: undefined,
  selectionSize: undefined,
  outline: [],
  heading: -1,
}

/** The note in the middle pane, as the panes beside it see it. */
export const useEditorInfo = create<EditorInfo>(() => nothing)

export function clearEditorInfo(session: NoteSession): void {
  if (useEditorInfo.getState().session === session) useEditorInfo.setState(nothing)
}

/** The path of the note in the middle pane; undefined without one, or while it isn't written yet. */
export function openNotePath(): string | undefined {
  return useEditorInfo.getState().session?.path
}

let isFocusWanted = false

/** Puts the cursor into the editor: now, or as soon as the one that is about to open is there. Nothing where none is to open. */
export function focusEditor({ whenOpen = false }: { whenOpen?: boolean } = {}): void {
  const { editor } = useEditorInfo.getState()
  const { place, shown } = usePlace.getState()
  if (!whenOpen && editor !== undefined && place === shown) return editor.focus()
  if (!whenOpen && !hasEditor(place)) return
  isFocusWanted = true
  keepTyping({ left: focusedEditor(), onLate: stayInEditor })
  window.addEventListener('pointerdown', dropFocusWish, { capture: true, once: true })
}

/**
 * The user, whose cursor is in an editor, goes to a place that isn't there yet: the cursor goes along, and what is typed from now
 * on is for that place.
 */
export function leaveEditor(): void {
  if (focusedEditor() !== undefined) focusEditor({ whenOpen: true })
}

/** No other editor comes: what was typed for it is for the one that stayed. */
export function stayInEditor(): void {
  const { editor } = useEditorInfo.getState()
  isFocusWanted = false
  const typed = takeTyped()
  if (typed !== '' && editor?.hasFocus() === true) editor.type(typed)
}

/** The text that has the focus: rich text, or the host of its source. */
function focusedEditor(): Element | undefined {
  const { activeElement } = document
  const isEditor =
    activeElement instanceof HTMLElement &&
    (activeElement.isContentEditable || activeElement.shadowRoot !== null)
  return isEditor ? activeElement : undefined
}

/** Goes to a place and puts the cursor into its editor, which may be there already. */
export function goToWrite(place: Place): void {
  const isThere = staysAt(usePlace.getState().place, place)
  // No other editor comes, for which keys would be kept.
  if (!isThere) focusEditor({ whenOpen: true })
  goTo(place)
  if (isThere) focusEditor()
}

/** The user has turned to something else: an editor that opens now leaves the focus there. */
export function dropFocusWish(): void {
  isFocusWanted = false
  if (isTypingKept()) takeTyped()
}

/** Whether the editor that opens now should take the cursor; asking answers it once. */
export function takeFocusWish(): boolean {
  const wish = isFocusWanted
  isFocusWanted = false
  return wish
}
