import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  moveLineDown,
  moveLineUp,
  redo,
  redoDepth,
  undoDepth,
} from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { bracketMatching, syntaxHighlighting } from '@codemirror/language'
import { openSearchPanel, search, searchKeymap } from '@codemirror/search'
import { Annotation, Compartment, EditorState, type Extension, Transaction } from '@codemirror/state'
import { type Command, EditorView, keymap } from '@codemirror/view'
import { isApple } from '../../state/is-apple'
import { fromSourceOffset, lineEndingsField, sourceOf, toSourceOffset } from './line-endings-field'
import { sourceHighlighting, sourceTheme } from './source-theme'

export interface SourceViewOptions {
  readonly parent: ShadowRoot
  readonly body: string
  /** Accessible name of the text box. */
  readonly label: string
  readonly isEditable: boolean
  readonly phrases: Readonly<Record<string, string>>
  /** The user changed the source. */
  readonly onEdit: () => void
  /** The user moved the caret. */
  readonly onMove: () => void
  readonly onFocus: () => void
  /** Nothing that was written in this view is left to be undone, or done again. Returns whether there was something else. */
  readonly onTravel: (direction: 'undo' | 'redo') => boolean
}

/** A note's Markdown as text. Offsets are those of the body, in UTF-16 units. */
export interface SourceView {
  body(): string
  /**
   * Shows another body; not an edit. Only what differs is replaced, so that the caret stays; where that is no step of the
   * view's own history, the caret goes behind it, as it does when something is undone.
   */
  setBody(body: string, options: { readonly isUndoable: boolean }): void
  caret(): number
  setCaret(offset: number): void
  /** Scrolls to an offset that is out of sight. */
  show(offset: number): void
  setEditable(isEditable: boolean): void
  /** Puts text in at the caret, as if it were typed. */
  type(text: string): void
  openSearch(): void
  focus(): void
  hasFocus(): boolean
  destroy(): void
}

/** So far from the edge of the view is what is scrolled to, in CSS pixels. */
const shownMarginPx = 40

const fromOutside = Annotation.define<boolean>()

/** Makes the source view in a shadow root, where its styles need no exception from the page's policy. */
export function createSourceView(options: SourceViewOptions): SourceView {
  let endings = lineEndingsField(options.body)
  const editable = new Compartment()
  const endingsSlot = new Compartment()
  const view = new EditorView({
    parent: options.parent,
    root: options.parent,
    state: EditorState.create({
      doc: options.body,
      extensions: [
        endingsSlot.of(endings),
        editable.of(editability(options.isEditable)),
        listening(options),
        setup(options),
      ],
    }),
  })

  return {
    body: () => sourceOf(view.state, endings),
    setBody(body, { isUndoable }) {
      if (body === sourceOf(view.state, endings)) return
      endings = lineEndingsField(body)
      const changes = difference(view.state.doc.toString(), body.replace(/\r\n?/g, '\n'))
      const end = changes.from + changes.insert.length
      view.dispatch({
        changes,
        ...(isUndoable ? {} : { selection: { anchor: end }, scrollIntoView: true }),
        annotations: [fromOutside.of(true), Transaction.addToHistory.of(isUndoable)],
      })
      view.dispatch({ effects: endingsSlot.reconfigure(endings) })
    },
    caret: () => toSourceOffset(view.state, endings, view.state.selection.main.head),
    setCaret(offset) {
      const anchor = fromSourceOffset(view.state, endings, offset)
      const effects = EditorView.scrollIntoView(anchor, { y: 'center' })
      view.dispatch({ selection: { anchor }, effects, annotations: fromOutside.of(true) })
    },
    show(offset) {
      const at = fromSourceOffset(view.state, endings, offset)
      view.dispatch({ effects: EditorView.scrollIntoView(at, { yMargin: shownMarginPx }) })
    },
    setEditable: isEditable => view.dispatch({ effects: editable.reconfigure(editability(isEditable)) }),
    openSearch: () => openSearchPanel(view),
    type(text) {
      if (!view.state.readOnly) view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.type' })
    },
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus,
    destroy: () => view.destroy(),
  }
}

function editability(isEditable: boolean): Extension {
  return [EditorState.readOnly.of(!isEditable), EditorView.editable.of(isEditable)]
}

function setup({ label, phrases, onTravel }: SourceViewOptions): Extension {
  /** How many steps of before have been undone: they are done again before those of this view. */
  let travelled = 0
  const undoBefore: Command = ({ state }) => {
    const isDone = undoDepth(state) === 0 && onTravel('undo')
    if (isDone) travelled += 1
    return isDone
  }
  const redoBefore: Command = ({ state }) => {
    const isDone = (travelled > 0 || redoDepth(state) === 0) && onTravel('redo')
    travelled = isDone ? Math.max(0, travelled - 1) : 0
    return isDone
  }
  return [
    history(),
    redoInCapitals(view => redoBefore(view) || redo(view)),
    EditorState.phrases.of(phrases),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true' }),
    markdown({ base: markdownLanguage, completeHTMLTags: false }),
    bracketMatching(),
    search({ top: true }),
    syntaxHighlighting(sourceHighlighting),
    sourceTheme,
    keymap.of([
      { key: 'Tab', run: indentMore, shift: indentLess },
      { key: 'Mod-z', run: undoBefore, shift: redoBefore },
      { key: 'Mod-y', run: redoBefore },
      ...searchKeymap,
      ...historyKeymap,
      { key: 'Alt-Shift-ArrowUp', run: moveLineUp },
      { key: 'Alt-Shift-ArrowDown', run: moveLineDown },
      // Those lead to other questions, and move what stands at the caret only with Shift, as in the text.
      ...defaultKeymap.filter(({ key }) => !/^Alt-Arrow(?:Up|Down)$/.test(key ?? '')),
    ]),
  ]
}

/** With Caps Lock Mod-Shift-z says the small letter, which CodeMirror takes for Mod-z. */
function redoInCapitals(run: Command): Extension {
  return EditorView.domEventHandlers({
    keydown(event, view) {
      const isMod = isApple() ? event.metaKey : event.ctrlKey
      if (!isMod || !event.shiftKey || event.altKey || event.key !== 'z') return false
      run(view)
      return true
    },
  })
}

function listening({ onEdit, onMove, onFocus }: SourceViewOptions): Extension {
  return EditorView.updateListener.of(update => {
    const isOurs = update.transactions.some(transaction => transaction.annotation(fromOutside) === true)
    if (update.docChanged && !isOurs) onEdit()
    else if (update.selectionSet && !isOurs) onMove()
    if (update.focusChanged && update.view.hasFocus) onFocus()
  })
}

/** One change that makes `next` of `text`. */
function difference(text: string, next: string): { from: number; to: number; insert: string } {
  const shortest = Math.min(text.length, next.length)
  let from = 0
  while (from < shortest && text.charCodeAt(from) === next.charCodeAt(from)) from += 1
  let end = 0
  while (
    end < shortest - from &&
    text.charCodeAt(text.length - 1 - end) === next.charCodeAt(next.length - 1 - end)
  ) {
    end += 1
  }
  return { from, to: text.length - end, insert: next.slice(from, next.length - end) }
}
