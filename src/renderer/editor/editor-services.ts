import type { LinkSuggestion, LinkTarget } from '../../shared/contract/note-procedures'

/** A link that the user asked to follow: what stands between the double brackets, or an address. */
export interface FollowedLink {
  readonly kind: 'wiki' | 'url'
  readonly target: string
}

/** What the editor needs from the world around it. */
export interface EditorServices {
  /** Questions and notes to link to for what was typed after `[[`, best first. */
  suggestLinks(text: string): Promise<readonly LinkSuggestion[]>
  /** Where `[[target]]` leads; `kind: 'missing'` if nowhere. */
  resolveLink(target: string): Promise<LinkTarget>
  followLink(link: FollowedLink): void
  /**
   * Stores an image file in the notebook. Resolves to the address to write into the note, or `undefined` when it could
   * not be stored: the user has been told why.
   */
  addImage(file: File): Promise<string | undefined>
  /** The address to load an image from, or `undefined` when it must not or can't be shown. */
  imageUrl(src: string): string | undefined
}
