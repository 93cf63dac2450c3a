import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { TextSelection } from '@tiptap/pm/state'
import { bestText } from '../../state/unwritten-text'
import { bringIntoView } from '../bring-into-view'
import type { NoteBody } from '../note-body'
import type { SourceView } from './source-view'

const shortestDelayMs = 150
/** Reading a long note again takes its time: that much longer is waited for a pause. */
const waitPerWork = 4

export interface ViewSyncOptions {
  readonly editor: Editor
  readonly noteBody: NoteBody
  /** Whether the editor shows this note, and not yet or no longer another one. */
  readonly isShown: () => boolean
  /** The user changed the note in the source view. */
  readonly onEdit: (getBody: () => string) => void
}

/**
 * Keeps the rich text and the source of a note the same, whichever of them is written in; side by side, the other one shows the
 * place of the caret.
 */
export class ViewSync {
  readonly #options: ViewSyncOptions
  #view: SourceView | undefined
  /** The view that has changes which the other one doesn't show yet. */
  #ahead: 'rich' | 'source' | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #delayMs = shortestDelayMs
  /** The view that had the focus last while both were open. */
  #focused: 'rich' | 'source' = 'rich'

  constructor(options: ViewSyncOptions) {
    this.#options = options
  }

  /** The source view that is open. */
  get view(): SourceView | undefined {
    return this.#view
  }

  /** The user goes on in this view, which is to show what was written in the other. */
  focused(view: 'rich' | 'source'): void {
    const isOther = this.#focused !== view
    this.#focused = view
    this.flush()
    if (isOther && this.#view !== undefined) this.#endStep()
  }

  /** The body, with what was written last in either view. */
  body(): string {
    return this.#ahead === 'source' ? (this.#view?.body() ?? this.#richBody()) : this.#richBody()
  }

  /** A source view opens on the body; its caret goes where that of the rich text is, and both are in sight. */
  open(view: SourceView): void {
    const { editor, noteBody } = this.#options
    this.#view = view
    this.#focused = 'rich'
    this.#endStep()
    view.setBody(this.#richBody(), { isUndoable: false })
    view.setCaret(noteBody.toSourceOffset(editor.state.doc, editor.state.selection.head))
    editor.view.dispatch(editor.state.tr.scrollIntoView())
  }

  /** The source view is about to go; if it was used last, the caret of the rich text goes where its own was. */
  close(): void {
    const view = this.#view
    if (view === undefined) return
    this.flush()
    const offset = view.caret()
    const { editor, noteBody, isShown } = this.#options
    this.#view = undefined
    if (!isShown()) return
    this.#endStep()
    if (view.body() !== this.#richBody()) this.#read(view.body(), { isWritten: false })
    if (this.#focused === 'rich') return
    const { tr } = editor.state
    const position = Math.min(noteBody.toPosition(tr.doc, offset), tr.doc.content.size)
    editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(position))).scrollIntoView())
  }

  richEdited(): void {
    if (this.#view === undefined) return
    this.#ahead = 'rich'
    this.#schedule('rich')
  }

  /** The caret was moved in a view. */
  moved(view: 'rich' | 'source'): void {
    if (this.#view === undefined) return
    const { editor } = this.#options
    if (view === 'rich' ? editor.view.hasFocus() : this.#view.hasFocus()) this.#schedule(view)
  }

  sourceEdited(): void {
    const view = this.#view
    if (view === undefined) return
    this.#ahead = 'source'
    this.#options.onEdit(() => view.body())
    this.#schedule('source')
  }

  /** Takes back, or does again, what was done before the source view was opened. */
  travel(direction: 'undo' | 'redo'): boolean {
    this.flush()
    const isDone = this.#options.editor.commands[direction]()
    this.#settle()
    this.#view?.setBody(this.#richBody(), { isUndoable: false })
    return isDone
  }

  /** Both views show another body, which is no edit. */
  replaceBody(body: string): void {
    this.#settle()
    if (!this.#options.isShown()) return
    this.#read(body, { isWritten: false })
    this.#view?.setBody(body, { isUndoable: true })
  }

  /** Brings the view that is behind up to date, at once. */
  flush(): void {
    const ahead = this.#ahead
    const view = this.#view
    this.#settle()
    if (ahead === undefined || view === undefined || !this.#options.isShown()) return
    const startedAt = performance.now()
    if (ahead === 'rich') view.setBody(this.#richBody(), { isUndoable: true })
    else this.#read(view.body(), { isWritten: true })
    this.#delayMs = Math.max(shortestDelayMs, (performance.now() - startedAt) * waitPerWork)
  }

  #richBody(): string {
    const { editor, noteBody } = this.#options
    return bestText(noteBody.bodyOf(editor.state.doc))
  }

  #read(body: string, options: { readonly isWritten: boolean }): void {
    this.#options.noteBody.replace(this.#options.editor, body, options)
  }

  /** What is written in the other view is undone by itself: what the file was in between is known, and comes back. */
  #endStep(): void {
    const { editor, isShown } = this.#options
    if (isShown()) editor.view.dispatch(closeHistory(editor.state.tr))
  }

  #schedule(by: 'rich' | 'source'): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.flush()
      this.#follow(by)
    }, this.#delayMs)
  }

  /** Brings the place of a view's caret into sight in the other one, when both are to be seen. */
  #follow(leader: 'rich' | 'source'): void {
    const { editor, noteBody, isShown } = this.#options
    const view = this.#view
    if (view === undefined || !isShown() || editor.view.dom.offsetParent === null) return
    if (leader === 'rich') {
      view.show(noteBody.toSourceOffset(editor.state.doc, editor.state.selection.head))
      return
    }
    const { doc } = editor.state
    bringIntoView(editor.view, Math.min(noteBody.toPosition(doc, view.caret()), doc.content.size))
  }

  #settle(): void {
    clearTimeout(this.#timer)
    this.#ahead = undefined
  }
}
