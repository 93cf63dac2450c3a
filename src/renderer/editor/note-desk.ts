import { Editor } from '@tiptap/core'
import { createContentComponent } from '@tiptap/react'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { EditorState, type Plugin, Selection } from '@tiptap/pm/state'
import { caretRoom } from './caret-room'
import { createExtensions } from './create-extensions'
import { DeskServices } from './desk-services'
import type { Translate } from './editor-context'
import type { EditorServices } from './editor-services'
import { isUploads } from './extensions/note-image/insert-files'
import { KeptNotes, type KeptNote } from './kept-notes'
import { createNoteBody, type NoteBody } from './note-body'
import { NoteScroller } from './note-scroller'
import { ViewSync } from './source/view-sync'

/** A note for a desk, as it is when it is opened. */
export interface OpenedNote {
  /** Under which it is found again: where it stands in which notebook. It may have got a file since it was opened. */
  readonly key: () => string
  /** Markdown without front matter. */
  readonly body: string
  /** Called at every change of the document; `getBody` writes it when it is first called. */
  readonly onEdit: (getBody: () => string) => void
  /** Saves a change that comes after the note was left, unless its body isn't `before` any more. */
  readonly onLateEdit: (before: string, getBody: () => string) => void
}

/** A note that is, was or will be on a desk. */
export interface DeskNote extends OpenedNote {
  readonly noteBody: NoteBody
  readonly sync: ViewSync
  /** What there is of it from the last time, with what can be undone. */
  readonly kept: KeptNote | undefined
}

/** How the note on the desk is shown. */
export interface DeskSetting {
  readonly services: EditorServices
  /** The words of node views. */
  readonly translate: Translate
  /** Accessible name of the text box. */
  readonly label: string
  readonly placeholder: string
  /** Language of the text as a BCP 47 tag, for spelling and line breaks; undefined when it isn't known. */
  readonly language: string | undefined
  readonly isEditable: boolean
}

declare module '@tiptap/core' {
  interface EditorEvents {
    /** Another note is shown than before. It is no transaction: nothing was edited. */
    noteShown: Record<string, never>
  }
}

/**
 * An editor on which one note lies after the other. A note that leaves it keeps what can be undone, its caret and
 * its place, and has them again when it comes back with the same text. One editor for all makes a switch quick: its extensions,
 * its schema and all tools around it stay.
 */
export class NoteDesk {
  readonly editor: Editor
  /** What stands in the page: it holds the text. */
  readonly element = document.createElement('div')
  /** What TipTap's React components are drawn by. */
  readonly popups = createContentComponent()
  readonly #services = new DeskServices()
  readonly #kept = new KeptNotes()
  readonly #scroller: NoteScroller
  #shown: DeskNote | undefined
  #setting: DeskSetting | undefined
  /** Whether the focus was in the text when it left the page. */
  #hadFocus = false

  constructor() {
    this.editor = new Editor({
      element: this.element,
      extensions: createExtensions(this.#services, {
        placeholder: () => this.#setting?.placeholder ?? '',
        translate: (key, values) => this.#setting?.translate(key, values) ?? key,
        changeKept: change => this.#kept.change(change),
      }),
      injectCSS: false,
      onBeforeCreate: ({ editor }) => settle(editor),
      onUpdate: ({ editor: { state } }) => {
        const note = this.#shown
        note?.onEdit(note.noteBody.bodyOf(state.doc))
        note?.sync.richEdited()
      },
      onSelectionUpdate: () => this.#shown?.sync.moved('rich'),
    })
    hideSelectionFromReact(this.editor)
    hideTypingFromReact(this.editor)
    this.#scroller = new NoteScroller(() => this.editor.view)
    // What TipTap's own component would do, which draws a text anew when it comes and goes.
    Object.assign(this.editor, { contentComponent: this.popups, isEditorContentInitialized: true })
  }

  /** Makes a note ready for the desk. */
  open(opened: OpenedNote): DeskNote {
    const kept = this.#kept.of(opened.key(), opened.body)
    const noteBody = kept?.noteBody ?? createNoteBody(opened.body)
    const { editor } = this
    const note: DeskNote = {
      ...opened,
      noteBody,
      kept,
      sync: new ViewSync({ editor, noteBody, onEdit: opened.onEdit, isShown: () => this.#shown === note }),
    }
    return note
  }

  /** Puts a note on the desk, or shows the one that is there in another way. */
  show(note: DeskNote, setting: DeskSetting): void {
    const isOther = this.#shown !== note
    const isInOtherWords = this.#setting?.translate !== setting.translate
    if (isOther) this.leave()
    this.#setting = setting
    this.#services.show(setting.services)
    const { editor } = this
    const editorProps = { attributes: attributesOf(setting), ...caretRoom }
    Object.assign(editor.options, { editable: setting.isEditable, editorProps })
    const reattach = isOther ? this.#detach() : undefined
    editor.view.setProps({
      ...editorProps,
      ...(isOther ? { state: this.#stateOf(note) } : {}),
      // New ones make all of them anew: none is to go on for another note.
      ...(isOther || isInOtherWords ? { nodeViews: editor.extensionManager.nodeViews } : {}),
    })
    reattach?.()
    if (!isOther) return
    this.#shown = note
    this.#scroller.goTo(note.kept?.place)
    if (this.#hadFocus && document.activeElement === document.body) editor.view.focus()
    this.#hadFocus = false
    editor.emit('noteShown', {})
  }

  /** A note is found under another key from now on. */
  rename(from: string, to: string): void {
    this.#kept.rename(from, to)
  }

  /** The text is about to leave the page. If the focus is in it, it is to be there again when the text is. */
  putAway(): void {
    this.#hadFocus = this.element.contains(document.activeElement)
    this.leave()
  }

  /** Keeps what there is of the note on the desk for the next time. */
  leave(): void {
    const note = this.#shown
    this.#shown = undefined
    if (note === undefined || this.editor.isDestroyed) return
    const { state } = this.editor
    const { noteBody, onLateEdit } = note
    this.#kept.keep(note.key(), { noteBody, onLateEdit, state, place: this.#scroller.place() })
  }

  destroy(): void {
    this.#shown = undefined
    this.#scroller.destroy()
    this.editor.destroy()
  }

  /**
   * Takes the text out of the page unless the focus is in it, so that ProseMirror, which scrolls to the top of a new text, asks for
   * no layout. Returns what puts it back.
   */
  #detach(): (() => void) | undefined {
    const { parentElement } = this.element
    if (parentElement === null || this.element.contains(document.activeElement)) return undefined
    this.element.remove()
    return () => parentElement.append(this.element)
  }

  #stateOf({ kept, noteBody }: DeskNote): EditorState {
    const { schema, state } = this.editor
    const { plugins } = state
    if (kept === undefined) return EditorState.create({ ...beginning(noteBody.load(schema)), plugins })
    // Of the plugins' own states only what can be undone is taken over, and what is still on its way.
    return kept.state
      .reconfigure({ plugins: plugins.filter(plugin => isHistory(plugin) || isUploads(plugin)) })
      .reconfigure({ plugins })
  }
}

/** prosemirror-history gives its key to nobody. */
function isHistory(plugin: Plugin): boolean {
  return Reflect.get(plugin, 'key') === 'history$'
}

/** A note that has a title and no more is gone on with below it. */
function beginning(doc: ProseMirrorNode): { doc: ProseMirrorNode; selection?: Selection } {
  const paragraph = doc.type.schema.nodes['paragraph']
  if (doc.childCount !== 1 || doc.firstChild?.type.name !== 'heading' || paragraph === undefined)
    return { doc }
  const withPlace = doc.copy(doc.content.addToEnd(paragraph.create()))
  return { doc: withPlace, selection: Selection.atEnd(withPlace) }
}

function attributesOf({ label, language }: DeskSetting): Record<string, string> {
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    class: 'note-text',
    spellcheck: 'true',
    ...(language === undefined ? {} : { lang: language }),
  }
}

/**
 * TipTap works out the options of every extension, and the attributes of all of them, each time that it looks at one, which is
 * some ten times for each when an editor starts. They stay what they are.
 */
function settle({ extensionManager }: Editor): void {
  for (const extension of extensionManager.extensions) {
    Object.defineProperty(extension, 'options', { value: extension.options, configurable: true })
  }
  Object.defineProperty(extensionManager, 'attributes', { value: extensionManager.attributes })
}

/**
 * Before each commit React asks a focused text for its selection, to set it again should the focus get lost: a walk over all
 * nodes before the caret, some milliseconds in a long note. ProseMirror keeps the selection itself; React takes the text
 * for one that has none.
 */
function hideSelectionFromReact(editor: Editor): void {
  Object.defineProperty(editor.view.dom, 'contentEditable', {
    configurable: true,
    get: () => (editor.isEditable ? 'inherit' : 'false'),
  })
}

/** No component listens for what is typed into the text; React would look for one at each of these events. */
function hideTypingFromReact(editor: Editor): void {
  const { dom } = editor.view
  for (const type of ['keypress', 'textInput', 'input'])
    dom.addEventListener(type, event => {
      if (event.target === dom) event.stopPropagation()
    })
}
