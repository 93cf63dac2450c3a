import { useEffect } from 'react'
import { afterPaint } from '../state/after-paint'
import { goTo, usePlace, type Place } from '../state/place'
import { usePlacedQuestions } from '../state/queries'
import { useLayout } from '../state/view'

/** Opens what was open last in this notebook, else the first question; and remembers where the user goes. */
export function useStartingPlace(notebookId: string): void {
  const place = usePlace(state => state.marked)
  const { all, byId } = usePlacedQuestions()
  useEffect(() => {
    if (place !== undefined || all.length === 0) return
    const last = readPlace(useLayout.getState().lastPlace[notebookId])
    const isThere = last !== undefined && (last.kind !== 'question' || byId.has(last.id))
    const [first] = all
    if (isThere) goTo(last)
    else if (first !== undefined) goTo({ kind: 'question', id: first.item.id })
  }, [place, all, byId, notebookId])
  useEffect(() => {
    if (place === undefined) return
    // It is written to the browser's storage, which nothing has to wait for.
    afterPaint(() =>
      useLayout.setState(layout => ({
        lastPlace: { ...layout.lastPlace, [notebookId]: JSON.stringify(place) },
      })),
    )
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
