import type { Extensions } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions'
import type { EditorServices } from './editor-services'
import { NoteCodeBlock } from './extensions/note-code-block/note-code-block'
import { NoteImage } from './extensions/note-image/note-image'
import { NoteLink } from './extensions/note-link/note-link'
import { noteLists } from './extensions/note-list/note-list'
import { noteTables } from './extensions/note-table/note-table'
import { NoteText } from './extensions/note-text/note-text'
import { RawBlock } from './extensions/raw-block/raw-block'
import { RawInline } from './extensions/raw-inline/raw-inline'
import { WikiLink } from './extensions/wiki-link/wiki-link'

/** Every extension of the note editor; their schema is what Markdown is mapped to. */
export function createExtensions(services: EditorServices, options: { readonly placeholder: string }): Extensions {
  return [
    NoteText,
    ...noteLists,
    ...noteTables,
    NoteCodeBlock,
    NoteLink,
    NoteImage,
    RawBlock,
    RawInline,
    WikiLink,
    Placeholder.configure({ placeholder: options.placeholder }),
  ]
}
