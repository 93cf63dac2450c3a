import { create } from 'zustand'
import { dropFocusWish } from './editor-info'

/** What stands in the search box. */
export const useSearchText = create<{ readonly text: string }>(() => ({ text: '' }))

/** Puts the cursor into the search box, with a text to go on from. */
export function startSearch(text?: string): void {
  dropFocusWish()
  if (text !== undefined) useSearchText.setState({ text })
  const input = document.querySelector<HTMLInputElement>('#search')
  input?.focus()
  if (text === undefined) input?.select()
}
