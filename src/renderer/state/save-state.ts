import type { AppError } from '../../shared/contract/app-error'
import type { NoteContent } from '../../shared/contract/note-procedures'

/** How far what is written in a note has been stored. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | undefined }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly code: AppError['code'] }
  | { readonly kind: 'conflict' }

/** The two versions of a note that the user has to choose from. */
export interface NoteConflict {
  /** What both were made from, where that is known. */
  readonly base: string | undefined
  readonly mine: string
  readonly theirs: NoteContent
}
