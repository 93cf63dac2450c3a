import { useSyncExternalStore } from 'react'
import { useLayout, useView } from './view'

/** Three panes leave too little for the text in a window that is narrower, or is shown twice as large. */
const narrow = window.matchMedia('(max-width: 859px)')

// A window that was narrow and is again begins without the pane again.
narrow.addEventListener('change', () => useView.setState({ isContextShownNarrow: false }))

function follow(changed: () => void): () => void {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

export function isNarrow(): boolean {
  return narrow.matches
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(follow, isNarrow)
}

/** Whether the context pane is to be shown: in a narrow window only when it is asked for there. */
export function useIsContextPaneShown(): boolean {
  const isInNarrow = useIsNarrow()
  const isShown = useLayout(layout => layout.isContextPaneShown)
  const isShownNarrow = useView(view => view.isContextShownNarrow)
  return isInNarrow ? isShownNarrow : isShown
}

export function toggleContextPane(): void {
  if (narrow.matches) useView.setState(view => ({ isContextShownNarrow: !view.isContextShownNarrow }))
  else useLayout.setState(layout => ({ isContextPaneShown: !layout.isContextPaneShown }))
}
