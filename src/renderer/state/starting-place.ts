import type { Place } from './place'
import { useLayout } from './view'

/** From now on a notebook that is opened shows this place first. */
export function openFirst(notebookId: string, place: Place): void {
  useLayout.setState(layout => ({
    lastPlace: { ...layout.lastPlace, [notebookId]: JSON.stringify(place) },
  }))
}
