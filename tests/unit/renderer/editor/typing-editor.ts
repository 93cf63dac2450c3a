import { Editor } from '@tiptap/core'
import { blockActions } from '../../../../src/renderer/editor/actions/block-actions'
import type { EditorAction, EditorActionId } from '../../../../src/renderer/editor/actions/editor-action'
import { createExtensions } from '../../../../src/renderer/editor/create-extensions'
import { isApple } from '../../../../src/renderer/state/is-apple'
import { loadMarkdown } from '../../../../src/renderer/editor/markdown/load-markdown'
import { turnBlock, turnsOf } from '../../../../src/renderer/editor/turn-block'
import { schema, services } from './editor-schema'
import { selectText } from './select-text'

/** An editor without a page, into which one types as into that of a page: input rules are asked first. */
export class TypingEditor {
  readonly #editor: Editor

  constructor(body = '') {
    const { doc } = loadMarkdown(body, schema)
    this.#editor = new Editor({
      element: null,
      extensions: createExtensions(services, { placeholder: () => '' }),
      content: doc.toJSON() as object,
    })
    const { extensionManager, state, view } = this.#editor
    // An editor without a page has none of them.
    view.updateState(state.reconfigure({ plugins: extensionManager.plugins }))
    this.#editor.commands.setTextSelection(doc.content.size - 1)
  }

  /** What would be saved of a new note, without its last line break. */
  get markdown(): string {
    const { schema: own, state } = this.#editor
    return loadMarkdown('', own).save(state.doc).replace(/\n$/, '')
  }

  /** The text of the first block. */
  get text(): string {
    return this.#editor.state.doc.child(0).textContent
  }

  /** Types characters, or inserts all of them at once as input methods do. */
  type(text: string, isAtOnce = false): this {
    for (const piece of isAtOnce ? [text] : text) this.#insert(piece)
    return this
  }

  moveTo(position: number): this {
    this.#editor.commands.setTextSelection(position)
    return this
  }

  /** Presses a key whose name is `key`; `Mod` is Cmd on a Mac and Ctrl elsewhere. Returns whether the editor did something with it. */
  press(key: string, ...modifiers: readonly ('Mod' | 'Shift')[]): boolean {
    const { view, state } = this.#editor
    const isMod = modifiers.includes('Mod')
    const event = {
      key,
      keyCode: key.toUpperCase().charCodeAt(0),
      altKey: false,
      ctrlKey: isMod && !isApple(),
      metaKey: isMod && isApple(),
      shiftKey: modifiers.includes('Shift'),
    } as KeyboardEvent
    return state.plugins.some(plugin => plugin.props.handleKeyDown?.call(plugin, view, event) === true)
  }

  run(command: 'undo' | 'undoInputRule' | 'toggleCodeBlock'): this {
    this.#editor.commands[command]()
    return this
  }

  /** Selects a text, or puts the caret behind it. */
  select(text: string, isCaret = false): this {
    const { from, to } = selectText(this.#editor.state.doc, text).selection
    this.#editor.commands.setTextSelection(isCaret ? to : { from, to })
    return this
  }

  /** Makes something else of the blocks of the selection. */
  make(id: EditorActionId): this {
    blockActions.find(action => action.id === id)?.run(this.#editor)
    return this
  }

  /** What the first block can be turned into. */
  get turns(): readonly EditorAction[] {
    return turnsOf(this.#editor.state.doc.child(0))
  }

  turn(id: EditorActionId): this {
    const action = this.turns.find(turn => turn.id === id)
    if (action !== undefined) turnBlock(this.#editor, 0, action)
    return this
  }

  destroy(): void {
    this.#editor.destroy()
  }

  #insert(text: string): void {
    const { view, state } = this.#editor
    const { from, to } = state.selection
    const insert = () => state.tr.insertText(text, from, to)
    const isTaken = state.plugins.some(
      plugin =>
        plugin.spec['isInputRules'] === true &&
        plugin.props.handleTextInput?.call(plugin, view, from, to, text, insert),
    )
    if (!isTaken) view.dispatch(insert())
  }
}
