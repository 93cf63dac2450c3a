import { useIsFetching } from '@tanstack/react-query'
import { useEffect } from 'react'
import { afterPaint } from '../state/after-paint'
import { goTo, usePlace, type Place } from '../state/place'
import { usePlacedQuestions } from '../state/queries'
import { openFirst } from '../state/starting-place'
import { useLayout } from '../state/view'

/** Opens what was open last in this notebook, else the first question; and remembers where the user goes. */
export function useStartingPlace(notebookId: string): void {
  const place = usePlace(state => state.marked)
  const { all, byId } = usePlacedQuestions()
  // The lists may be those of the notebook that was open before.
  const isWaiting = useIsFetching({ queryKey: ['lists'], predicate: () => place === undefined }) > 0
  useEffect(() => {
    if (place !== undefined || isWaiting) return
    const last = readPlace(useLayout.getState().lastPlace[notebookId])
    const isThere = last !== undefined && (last.kind !== 'question' || byId.has(last.id))
    const [first] = all
    if (isThere) goTo(last)
    else if (first !== undefined) goTo({ kind: 'question', id: first.item.id })
  }, [place, isWaiting, all, byId, notebookId])
  useEffect(() => {
    if (place === undefined) return
    // It is written to the browser's storage, which nothing has to wait for.
    afterPaint(() => {
      // It may be that of another notebook, which is left at once.
      if (usePlace.getState().marked === place) openFirst(notebookId, place)
    })
  }, [place, notebookId])
}

const kinds: readonly Place['kind'][] = ['note', 'question', 'study']

function readPlace(text: string | undefined): Place | undefined {
  try {
    const place = JSON.parse(text ?? 'null') as Place | null
    return place !== null && kinds.includes(place.kind) ? place : undefined
  } catch {
    return undefined
  }
}
