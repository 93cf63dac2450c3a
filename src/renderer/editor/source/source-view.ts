import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { bracketMatching, syntaxHighlighting } from '@codemirror/language'
import { openSearchPanel, search, searchKeymap } from '@codemirror/search'
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
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
  readonly onFocus: () => void
}

/** A note's Markdown as text. Offsets are those of the body, in UTF-16 units. */
export interface SourceView {
  body(): string
  /** Shows another body; not an edit. Only what differs is replaced, so that the caret stays. */
  setBody(body: string): void
  caret(): number
  setCaret(offset: number): void
  setEditable(isEditable: boolean): void
  openSearch(): void
  focus(): void
  hasFocus(): boolean
  destroy(): void
}

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
    setBody(body) {
      if (body === sourceOf(view.state, endings)) return
      endings = lineEndingsField(body)
      view.dispatch({
        changes: difference(view.state.doc.toString(), body.replace(/\r\n?/g, '\n')),
        annotations: fromOutside.of(true),
      })
      view.dispatch({ effects: endingsSlot.reconfigure(endings) })
    },
    caret: () => toSourceOffset(view.state, endings, view.state.selection.main.head),
    setCaret(offset) {
      const anchor = fromSourceOffset(view.state, endings, offset)
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    },
    setEditable: isEditable => view.dispatch({ effects: editable.reconfigure(editability(isEditable)) }),
    openSearch: () => openSearchPanel(view),
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus,
    destroy: () => view.destroy(),
  }
}

function editability(isEditable: boolean): Extension {
  return [EditorState.readOnly.of(!isEditable), EditorView.editable.of(isEditable)]
}

function setup({ label, phrases }: SourceViewOptions): Extension {
  return [
    history(),
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
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
  ]
}

function listening({ onEdit, onFocus }: SourceViewOptions): Extension {
  return EditorView.updateListener.of(update => {
    const isOurs = update.transactions.some(transaction => transaction.annotation(fromOutside) === true)
    if (update.docChanged && !isOurs) onEdit()
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
