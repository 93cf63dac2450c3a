import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'

// What TipTap costs by itself: the measure of typing in a note.
new Editor({ element: document.querySelector('#editor'), extensions: [StarterKit], autofocus: true })
