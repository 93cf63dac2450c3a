import type { LinkPreview, LinkSuggestion, LinkTarget } from '../../shared/contract/note-procedures'

/** A link that the user asked to follow: what stands between the double brackets, or an address. */
export interface FollowedLink {
  readonly kind: 'wiki' | 'url'
  readonly target: string
}

/** What the editor needs from the world around it. */
export interface EditorServices {
  /** Questions and notes to link to for what was typed after `[[`, best first. */
  suggestLinks(text: string): Promise<readonly LinkSuggestion[]>
  /** The headings of the note that `[[target]]` leads to, in order; an empty target is this note. */
  headingsOf(target: string): Promise<readonly { readonly level: number; readonly text: string }[]>
  /** Whether notes can be made: not in a notebook that is read-only. */
  canCreateNotes(): boolean
  /** Makes the note that `[[target]]` leads to then; a failure is told to the user. */
  createNote(target: string): void
  /** Where `[[target]]` leads; `kind: 'missing'` if nowhere. */
  resolveLink(target: string): Promise<LinkTarget>
  /** What a link leads to, with at most `limit` characters of its text. */
  previewLink(link: FollowedLink, limit: number): Promise<LinkPreview>
  followLink(link: FollowedLink): void
  /** The path of the note that is shown; undefined while it isn't written yet. */
  notePath(): string | undefined
  /** The same services for another note that is shown within this one. */
  inNote(path: string): EditorServices
  /** Calls back with the paths of notes that changed, were made or are gone. Returns what ends it. */
  onNotesChanged(listener: (paths: readonly string[]) => void): () => void
  /** Calls back with the paths of files under `attachments/` that came, went, or are others. Returns what ends it. */
  onFilesChanged(listener: (paths: readonly string[]) => void): () => void
  /**
   * Stores a file in the notebook. Resolves to the address to write into the note, or `undefined` when it could
   * not be stored: the user has been told why.
   */
  addFile(file: File): Promise<string | undefined>
  /** The address to load an image from, or `undefined` when it must not or can't be shown. */
  imageUrl(src: string): string | undefined
}
