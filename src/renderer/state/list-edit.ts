import { create } from 'zustand'
import { openDialog } from './view'

/** What the dialog for lists asks for. Sections are named by their numbers, from 1. */
export type ListDialog =
  | {
      readonly kind: 'add-question'
      readonly listId: string
      readonly section: number
      /** The question that it comes behind; null for the first place. */
      readonly after: string | null
    }
  | { readonly kind: 'change-question'; readonly id: string }
  | { readonly kind: 'move-question'; readonly id: string }
  | { readonly kind: 'merge-question'; readonly id: string }
  /** `after` is 0 for the first place. */
  | { readonly kind: 'add-section'; readonly listId: string; readonly after: number }
  | { readonly kind: 'change-section'; readonly listId: string; readonly section: number }
  | { readonly kind: 'change-list' | 'remove-list'; readonly listId: string }

interface ListEditState {
  readonly dialog: ListDialog | undefined
  /** Edits that can be taken back, the last one last. */
  readonly undoIds: readonly string[]
}

/** What is changed in question lists. */
export const useListEdit = create<ListEditState>(() => ({ dialog: undefined, undoIds: [] }))

const mostUndos = 30

export function openListDialog(dialog: ListDialog): void {
  useListEdit.setState({ dialog })
  openDialog('list-edit')
}

export function rememberListEdit(undoId: string): void {
  useListEdit.setState(({ undoIds }) => ({ undoIds: [...undoIds, undoId].slice(-mostUndos) }))
}

export function forgetListEdit(undoId: string): void {
  useListEdit.setState(({ undoIds }) => ({ undoIds: undoIds.filter(id => id !== undoId) }))
}
