import { Editor, type Extensions, type JSONContent } from '@tiptap/core'
import type { EditorContext, ShownNote, Translate } from './editor-context'
import type { EditorServices } from './editor-services'
import { BlockDrop } from './extensions/block-drop/block-drop'
import { createCallouts } from './extensions/callout/callout'
import { CalloutTitle } from './extensions/callout/callout-title'
import { CaretFirst } from './extensions/caret-first/caret-first'
import { createEmptyNote } from './extensions/empty-note/empty-note'
import { FindInNote } from './extensions/find-in-note/find-in-note'
import { createFootnotes } from './extensions/footnote/footnote'
import { Highlight } from './extensions/highlight/highlight'
import { createLinkCards } from './extensions/link-card/link-card-extension'
import { createInlineMath } from './extensions/math/inline-math'
import { createMathBlock } from './extensions/math/math-block'
import { CodeBorder } from './extensions/note-code-block/code-border'
import { createNoteCodeBlock } from './extensions/note-code-block/note-code-block'
import { NoteEnds } from './extensions/note-ends/note-ends'
import { createNoteImage } from './extensions/note-image/note-image'
import { createNoteLink } from './extensions/note-link/note-link'
import { createNoteLists } from './extensions/note-list/note-list'
import { NearBlocks } from './extensions/near-blocks/near-blocks'
import { noteTables } from './extensions/note-table/note-table'
import { NoteText } from './extensions/note-text/note-text'
import { QuoteKeys } from './extensions/quote-keys/quote-keys'
import { createRawBlock } from './extensions/raw-block/raw-block'
import { createSlashMenu } from './extensions/slash-menu/slash-menu'
import { createRawInline } from './extensions/raw-inline/raw-inline'
import { PageKeys } from './extensions/page-keys/page-keys'
import { createSafePaste } from './extensions/safe-paste/safe-paste'
import { Subscript, Superscript } from './extensions/sub-super/sub-super'
import { TypedLinks } from './extensions/typed-links/typed-links'
import { TypedMarks } from './extensions/typed-marks/typed-marks'
import { createWikiLink } from './extensions/wiki-link/wiki-link'
import { createNoteBody } from './note-body'

/** How the editor is set up. `translate` gives the words of node views; without it they show their keys. */
export interface ExtensionOptions {
  /** What a note without a word says. */
  readonly placeholder: () => string
  readonly translate?: Translate
  /** Paths of the notes that this one is embedded in; left out for a note by itself. */
  readonly around?: readonly string[]
  readonly isExcerpt?: boolean
  /** Left out where only one note is shown. */
  readonly changeKept?: EditorContext['changeKept']
}

/** Every extension of the note editor; their schema is what Markdown is mapped to. */
export function createExtensions(services: EditorServices, options: ExtensionOptions): Extensions {
  const { translate = key => key, around = [], isExcerpt = false, changeKept = () => false } = options
  const context: EditorContext = {
    services,
    translate,
    around,
    isExcerpt,
    changeKept,
    showNote: (mount, note) => showNote(mount, note, context),
  }
  return [
    CaretFirst,
    NoteText,
    ...createNoteLists(context),
    ...noteTables,
    createNoteCodeBlock(context),
    CodeBorder,
    QuoteKeys,
    createNoteLink(context),
    createNoteImage(context),
    Highlight,
    Subscript,
    Superscript,
    TypedMarks,
    TypedLinks,
    createInlineMath(context),
    createMathBlock(context),
    ...createFootnotes(context),
    createCallouts(context),
    CalloutTitle,
    createRawBlock(context),
    createRawInline(context),
    createWikiLink(context),
    createSlashMenu(context),
    createLinkCards(context),
    BlockDrop,
    createSafePaste(context),
    FindInNote,
    NearBlocks,
    NoteEnds,
    PageKeys,
    createEmptyNote(options.placeholder),
  ]
}

function showNote(mount: HTMLElement, { path, body }: ShownNote, context: EditorContext): () => void {
  const { services, translate, around } = context
  const own = services.notePath()
  const noteBody = createNoteBody(body)
  const editor = new Editor({
    element: mount,
    editable: false,
    injectCSS: false,
    editorProps: { attributes: { role: 'document', class: 'note-text note-excerpt' } },
    extensions: createExtensions(services.inNote(path), {
      placeholder: () => '',
      translate,
      isExcerpt: true,
      around: own === undefined ? around : [...around, own],
    }),
    onBeforeCreate: ({ editor: created }) => {
      // TipTap takes a node for its content as it is, though its types don't say so; blocks are known by identity.
      created.options.content = noteBody.load(created.schema) as object as JSONContent
    },
  })
  return () => editor.destroy()
}
