import type { TitleHit } from '../../../shared/contract/search-procedures'
import { plainInline } from '../../../shared/domain/markdown/parse-markdown'
import { usePlace } from '../../state/place'
import { useNotebook, useNotes, usePlacedQuestions } from '../../state/queries'
import { isSame, useRecentPlaces } from '../../state/recent-places'

/** The questions and notes where the user was before, the last one first, without what is open and what is gone. */
export function useRecentHits(): TitleHit[] {
  const notebookId = useNotebook().data?.id ?? ''
  const places = useRecentPlaces(state => state.byNotebook[notebookId]) ?? []
  const { byId } = usePlacedQuestions()
  const notes = useNotes().data ?? []
  const here = usePlace(state => state.place)
  return places
    .filter(place => !isSame(here, place))
    .flatMap((place): TitleHit[] => {
      const common = { highlights: [], questions: [] }
      if (place.kind === 'note') {
        const note = notes.find(({ path }) => path === place.path)
        if (note === undefined) return []
        return [{ ...common, kind: 'note', id: note.path, path: note.path, title: note.title, section: '' }]
      }
      const placed = byId.get(place.id)
      if (placed === undefined) return []
      const { item, section } = placed
      const title = plainInline(item.text)
      return [{ ...common, kind: 'question', id: item.id, path: '', title, section: section.title }]
    })
}
