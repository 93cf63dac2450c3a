/** How a note is shown: as rich text, as its Markdown, or both side by side. */
export type NoteView = 'rich' | 'source' | 'split'
