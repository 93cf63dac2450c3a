import type { Editor } from '@tiptap/core'
import type { AddressFieldKind } from './address-row'
import { copyNote, type CopyFormat } from './copy-note'
import type { OpenFind } from './editor-tools'
import { moveBlock } from './move-block'
import { revealText, type WantedText } from './reveal-text'
import { scrollToHeading } from './scroll-to-heading'
import type { ViewSync } from './source/view-sync'
import { withoutMarks } from '../state/typed-key'
import { typeText } from './type-text'

/** What the panes around the editor can do with it. */
export interface NoteEditorHandle {
  focus(): void
  hasFocus(): boolean
  /** Puts text in at the caret, as if it were typed. */
  type(text: string): void
  getBody(): string
  /** Shows a body that changed outside; not an edit, so `onEdit` isn't called. */
  replaceBody(body: string): void
  scrollToHeading(index: number): void
  /** Goes to a place that was found in the note, and shows it for a moment. */
  revealText(wanted: WantedText): void
  isEmpty(): boolean
  /** Opens the bar to find, and to replace, in this note. */
  openFind(hasReplace: boolean): void
  openLinkField(): void
  /** Moves the block at the caret. */
  moveBlock(direction: 'up' | 'down'): void
  /** Puts the selection, else the whole note, on the clipboard. */
  copy(format: CopyFormat): void
}

interface HandleParts {
  readonly editor: Editor
  readonly sync: ViewSync
  readonly openFind: (find: OpenFind) => void
  readonly openField: (field: AddressFieldKind) => void
}

let findCount = 0

/** The handle of an editor. */
export function createHandle({ editor, sync, openFind, openField }: HandleParts): NoteEditorHandle {
  const isSourceOnly = (): boolean => sync.view !== undefined && editor.view.dom.offsetParent === null
  return {
    focus: () => (isSourceOnly() ? sync.view?.focus() : editor.view.focus()),
    hasFocus: () => (isSourceOnly() ? sync.view?.hasFocus() === true : editor.view.hasFocus()),
    type: text => (isSourceOnly() ? sync.view?.type(withoutMarks(text)) : typeText(editor, text)),
    getBody: () => sync.body(),
    replaceBody: body => sync.replaceBody(body),
    scrollToHeading: index => scrollToHeading(editor, index),
    revealText: wanted => revealText(editor, sync, wanted),
    isEmpty: () => editor.isEmpty,
    openFind(hasReplace) {
      if (isSourceOnly() || sync.view?.hasFocus() === true) return sync.view?.openSearch()
      findCount += 1
      openFind({ id: findCount, hasReplace })
    },
    openLinkField: () => openField('link'),
    moveBlock: direction => void moveBlock(direction)(editor.state, editor.view.dispatch),
    copy: format => void copyNote(editor, format),
  }
}
